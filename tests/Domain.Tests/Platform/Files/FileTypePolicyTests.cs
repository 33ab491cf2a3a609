using System.Text;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class FileTypePolicyTests
{
    private static readonly FileRules Rules = new(104_857_600, ["pdf", "tif", "jpg", "png", "docx", "doc", "txt"], TimeSpan.FromHours(2), TimeSpan.FromHours(24));

    [Theory, Requirement("ATT-06", "ATT-03")]
    [InlineData(104_857_600, null)]
    [InlineData(104_857_601, typeof(FileTooLarge))]
    [InlineData(1, null)]
    [InlineData(0, typeof(FileEmpty))]
    public void The_limit_is_100_MB_exactly(long length, Type? refusal) =>
        FileTypePolicy.Refuse(new("a.pdf", null, length), Rules)?.GetType().ShouldBe(refusal);

    [Fact, Requirement("ATT-06")]
    public void The_refusal_says_the_limit_in_MB() =>
        FileTypePolicy.Refuse(new("a.pdf", null, 209_715_200), Rules).ShouldBeOfType<FileTooLarge>().Message.ShouldBe("a.pdf is 200 MB; the limit is 100 MB per file. Split it and send the parts.");

    [Fact, Requirement("ATT-06")]
    public void One_byte_too_many_is_told_as_one_and_not_as_the_limit_itself() =>
        FileTypePolicy.Refuse(new("a.pdf", null, 104_857_601), Rules).ShouldBeOfType<FileTooLarge>().Message.ShouldBe("a.pdf is 104,857,601 bytes; the limit is 100 MB per file. Split it and send the parts.");

    [Theory, Requirement("ATT-03", "ATT-17")]
    [InlineData("a.pdf", "application/pdf", null)]
    [InlineData("A.PDF", "application/octet-stream", null)]
    [InlineData("a.pdf", null, null)]
    [InlineData("a.pdf", "image/png", typeof(FileTypeMismatch))]
    [InlineData("a.exe", null, typeof(FileTypeNotAllowed))]
    [InlineData("pdf", null, typeof(FileTypeNotAllowed))]
    [InlineData(".pdf", null, typeof(FileTypeNotAllowed))]
    [InlineData("a.csv", null, typeof(FileTypeNotAllowed))]
    [InlineData("", null, typeof(InvalidFormat))]
    public void Name_and_declared_type_must_be_of_one_accepted_format(string name, string? type, Type? refusal) =>
        FileTypePolicy.Refuse(new(name, type, 10), Rules)?.GetType().ShouldBe(refusal);

    public static TheoryData<string, byte[], bool> Contents() => new()
    {
        { "a.pdf", "%PDF-1.4 …"u8.ToArray(), true },
        { "a.pdf", "<html>%PD"u8.ToArray(), false },
        { "a.tif", [0x49, 0x49, 0x2A, 0x00, 8], true },
        { "a.tif", [0x4D, 0x4D, 0x00, 0x2A, 8], true },
        { "a.tif", [0x49, 0x49, 0x2A, 0x01], false },
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], true },
        { "a.jpg", [0xFF, 0xD8], false },
        { "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], true },
        { "a.png", "MZ\x90\0"u8.ToArray(), false },
        { "a.docx", "PK\x03\x04 … [Content_Types].xml … word/document.xml"u8.ToArray(), true },
        { "a.docx", "PK\x03\x04 … xl/workbook.xml"u8.ToArray(), false },
        { "a.docx", "PK\x03\x04 … word/document.xml … word/vbaProject.bin"u8.ToArray(), false },
        { "a.xlsx", "PK\x03\x04 … xl/workbook.xml"u8.ToArray(), true },
        { "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], true },
        { "a.doc", "PK\x03\x04"u8.ToArray(), false },
        { "a.rtf", @"{\rtf1\ansi"u8.ToArray(), true },
        { "a.txt", "Größe\r\n\tone"u8.ToArray(), true },
        { "a.txt", [0x47, 0x72, 0xF6, 0xDF, 0x65], true },
        { "a.txt", [0x47, 0x00, 0x65], false },
        { "a.x12", Encoding.ASCII.GetBytes("ISA*00*" + new string(' ', 110)), true },
        { "a.x12", "ISA*00*"u8.ToArray(), false },
    };

    [Theory, MemberData(nameof(Contents)), Requirement("ATT-17")]
    public void The_content_decides_not_the_name(string name, byte[] content, bool isRight)
    {
        var recognized = FileTypePolicy.Recognize(name, content, content);
        recognized.Succeeded.ShouldBe(isRight);
        if (!isRight) recognized.Refusals.Single().ShouldBeOfType<FileTypeMismatch>();
    }

    [Theory, Requirement("ATT-17")]
    [InlineData(@"C:\fakepath\records.pdf", "records.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a\r\nb\u202E.pdf", "ab.pdf")]
    [InlineData("Größe 1.pdf", "Größe 1.pdf")]
    public void A_name_is_text_without_folders_and_invisible_characters(string given, string kept) => FileTypePolicy.NameOf(given).ShouldBe(kept);
}
