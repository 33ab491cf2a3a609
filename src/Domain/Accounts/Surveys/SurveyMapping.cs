using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Surveys;

internal sealed class SurveyMapping : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.Property(s => s.Title).HasMaxLength(Survey.TitleLength);
        survey.Property(s => s.Introduction).HasMaxLength(Survey.IntroductionLength);
        survey.Property(s => s.Markets).HasCodes();
        survey.HasMany(s => s.Questions).WithOne().HasForeignKey(q => q.SurveyId).IsRequired();
        survey.Navigation(s => s.Questions).HasField("_questions").UsePropertyAccessMode(PropertyAccessMode.Field);
        survey.HasIndex(s => s.ClosesOn);
    }
}

internal sealed class SurveyQuestionMapping : IEntityTypeConfiguration<SurveyQuestion>
{
    public void Configure(EntityTypeBuilder<SurveyQuestion> question)
    {
        question.Property(q => q.Text).HasMaxLength(SurveyQuestion.TextLength);
        question.Property(q => q.Options).HasLines((SurveyQuestion.OptionLength + 1) * SurveyQuestion.MostOptions);
        // Not unique: while questions are replaced, old and new stand side by side.
        question.HasIndex(q => q.SurveyId);
    }
}

internal sealed class SurveyResponseMapping : IEntityTypeConfiguration<SurveyResponse>
{
    public void Configure(EntityTypeBuilder<SurveyResponse> response)
    {
        response.Ignore(r => r.Answers);
        response.HasOne<Survey>().WithMany().HasForeignKey(r => r.SurveyId);
        response.HasOne<User>().WithMany().HasForeignKey(r => r.UserId);
        response.HasIndex(r => new { r.SurveyId, r.UserId }).IsUnique();
        response.HasIndex(r => r.UserId);
    }
}
