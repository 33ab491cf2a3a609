using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;

namespace Portal.Graph.BackOffice.Tests.Shared;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("text", "Note.Text", "Note_Text")]
    [InlineData("lines/0/paid", "Note.Lines[0].Paid", "Note_Lines_0__Paid")]
    public void A_refusal_s_path_is_the_name_of_a_form_field(string path, string key, string id)
    {
        FieldPath.ToFormKey(path.Split('/'), "Note").ShouldBe(key);
        FieldPath.ToId(key).ShouldBe(id);
    }

    [Theory]
    [InlineData("PartiallyPaid", "Partially paid")]
    [InlineData("New", "New")]
    public void Names_read_as_words(string name, string words) => Show.Words(name).ShouldBe(words);

    [Fact]
    public void Money_shows_cents_and_a_true_minus()
    {
        Show.Money(1234.5m).ShouldBe("$1,234.50");
        Show.Money(-0.01m).ShouldBe("−$0.01");
        Show.Money(null).ShouldBe("–");
    }
}
