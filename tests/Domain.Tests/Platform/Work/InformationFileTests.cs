using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Domain.Tests.Platform.Files;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08")]
public sealed class InformationFileTests
{
    [Fact]
    public async Task Files_of_an_answer_are_opened_by_those_who_asked_and_by_the_account_that_sent_them()
    {
        await using var bench = new WorkBench(await Uploader.DatabaseAsync());
        var (account, other) = ((await bench.ProviderAsync()).Id, (await bench.ProviderAsync("Other", "1245319599", "400000000002")).Id);
        var biller = WorkBench.Biller(account);
        var item = await bench.ItemAsync("C1", account: account);
        await bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(item.Id, default));
        (await bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(item.Id, "The report, please", 14, null, default))).ShouldGive();
        var (mine, anothers) = (await bench.Database.StoredAsync(Uploader.Pdf, user: biller.UserId!.Value), await bench.Database.StoredAsync(Uploader.Pdf, user: 7));
        while (await bench.Database.ScanAsync() > 0) { }

        (await AnswerAsync(biller, anothers.Id)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>().Path.ShouldBe(["fileIds", "0"]);
        (await bench.ReadAsync(item.Id)).State.ShouldBe(WorkState.PendingInfo);
        var answer = (await AnswerAsync(biller, mine.Id)).ShouldGive();
        (answer.Answer, answer.Files.Single().FileId).ShouldBe((null, mine.Id));

        foreach (var reader in new[] { biller, WorkBench.Analyst(2) }) (await OpensAsync(reader)).ShouldBeTrue(reader.Name);
        Actor[] strangers = [WorkBench.Biller(other), biller with { Permissions = [Permission.ClaimsRead] }, WorkBench.Staff(3, Permission.StaffUmWork)];
        foreach (var stranger in strangers) (await OpensAsync(stranger)).ShouldBeFalse(stranger.Name);

        Task<Outcome<InformationRequest>> AnswerAsync(Actor actor, long file) =>
            bench.AsAsync<InformationAnswerDesk, Outcome<InformationRequest>>(actor, d => d.AnswerAsync(new("C1", null, [file], "k"), default));

        async Task<bool> OpensAsync(Actor actor)
        {
            var opened = await bench.AsAsync<FileReads, Outcome<OpenedFile>>(actor, r => r.OpenAsync(mine.Id, default));
            if (opened.Value is { } file) await file.DisposeAsync();
            else opened.Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
            return opened.Succeeded;
        }
    }
}
