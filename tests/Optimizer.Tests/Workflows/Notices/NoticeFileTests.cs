using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Workflows.Notices;

public class NoticeFileTests
{
    private const string Whole = """
        version: 1
        timezone: Europe/Berlin
        quiet: {from: "22:00", until: "07:00"}
        digest: semi
        link: https://optimizer.example/growth
        sinks:
          - {name: desk, kind: terminal}
          - {name: file, kind: file}
          - {name: ops, kind: webhook, url: "https://hooks.example/1", secretFrom: OPS_SECRET, severities: [warn, high]}
          - {name: chat, kind: webhook, urlFrom: CHAT_URL, secretFrom: CHAT_SECRET, for: people, timezone: Asia/Tokyo, quiet: null, digest: ["18:00", "14:00"]}
          - {name: pager, kind: webhook, url: "http://localhost:9000/", secretFrom: PAGER_SECRET, for: people, severities: [high], digest: none, answers: {name: ana@example.com, seat: chief_of_staff}}
        """;

    [Fact]
    [Trait("Req", "S1-047")]
    [Trait("Req", "S1-177")]
    [Trait("Req", "C35")]
    public void Read_WholeFile_IsAsWritten()
    {
        var file = NoticeFile.Read(Whole, "notifications.yaml");

        Assert.Empty(file.Problems);
        var settings = file.Settings!;
        Assert.Equal("https://optimizer.example/growth/", settings.Link!.AbsoluteUri);
        Assert.Equal(["desk", "file", "ops", "chat", "pager"], settings.Sinks.Select(sink => sink.Name));
        Assert.Equal([false, true, true, false, false], settings.Sinks.Select(sink => sink.Recipient.IsMachine));
        Assert.Equal(("Europe/Berlin", new QuietHours(new(22, 0), new(7, 0))), (settings.Sinks[0].Recipient.TimeZone, settings.Sinks[0].Recipient.Quiet));
        Assert.Equal(DigestTimes.Semi, settings.Sinks[0].Recipient.Digest);
        Assert.Equal([NoticeSeverity.Warn, NoticeSeverity.High], settings.Sinks[2].Recipient.Severities);
        Assert.Equal(("https://hooks.example/1", "OPS_SECRET"), (settings.Sinks[2].Url!.AbsoluteUri, settings.Sinks[2].SecretVariable));
        Assert.Equal(("Asia/Tokyo", null, "CHAT_URL"), (settings.Sinks[3].Recipient.TimeZone, settings.Sinks[3].Recipient.Quiet, settings.Sinks[3].UrlVariable));
        Assert.Equal([new(14, 0), new(18, 0)], settings.Sinks[3].Recipient.Digest);
        Assert.Empty(settings.Sinks[4].Recipient.Digest);
        Assert.Equal(new("ana@example.com", Seat.ChiefOfStaff), settings.Sinks[4].Answers);
        Assert.Null(settings.Sinks[3].Answers);
    }

    [Theory]
    [InlineData("timezone: Europe/Berlin", "timezone: Mars/Base", 2, "timezone")]
    [InlineData("digest: semi", "digest: sometimes", 4, "digest")]
    [InlineData("digest: semi", "digest: [\"9:00\"]", 4, "digest[0]")]
    [InlineData("digest: semi", "digests: semi", 4, "digests")]
    [InlineData("until: \"07:00\"", "until: \"22:00\"", 3, "quiet")]
    [InlineData("until: \"07:00\"", "till: \"07:00\"", 3, "quiet.until")]
    [InlineData("version: 1", "version: 2", 1, "version")]
    [InlineData("link: https://optimizer.example/growth", "link: optimizer.example", 5, "link")]
    [InlineData("link: https://optimizer.example/growth\n", "", 1, "link")]
    [InlineData("seat: chief_of_staff", "seat: king", 11, "sinks[4].answers.seat")]
    [InlineData("name: ana@example.com, ", "", 11, "sinks[4].answers.name")]
    [InlineData("{name: file, kind: file}", "{name: file, kind: file, answers: {name: a, seat: ceo}}", 8, "sinks[1].answers")]
    [InlineData("kind: file", "kind: mail", 8, "sinks[1].kind")]
    [InlineData("name: file", "name: desk", 6, "sinks")]
    [InlineData("name: file", "name: The File", 8, "sinks[1].name")]
    [InlineData("{name: file, kind: file}", "{name: file, kind: file, url: \"https://a.example\"}", 8, "sinks[1].url")]
    [InlineData("{name: file, kind: file}", "{name: file, kind: file, quiet: {from: \"01:00\", until: \"02:00\"}}", 8, "sinks[1]")]
    [InlineData("https://hooks.example/1", "http://hooks.example/1", 9, "sinks[2].url")]
    [InlineData("https://hooks.example/1", "https://me:pw@hooks.example/1", 9, "sinks[2].url")]
    [InlineData("https://hooks.example/1", "hooks", 9, "sinks[2].url")]
    [InlineData("secretFrom: OPS_SECRET, ", "", 9, "sinks[2].secretFrom")]
    [InlineData("OPS_SECRET", "whsec-0123456789", 9, "sinks[2].secretFrom")]
    [InlineData("urlFrom: CHAT_URL, ", "", 10, "sinks[3]")]
    [InlineData("severities: [warn, high]", "severities: [loud]", 9, "sinks[2].severities[0]")]
    [InlineData("severities: [warn, high]", "severities: []", 9, "sinks[2].severities")]
    public void Read_Slip_IsNamedWithLineAndField(string right, string wrong, int line, string field)
    {
        var file = NoticeFile.Read(Whole.Replace(right, wrong, StringComparison.Ordinal), "notifications.yaml");

        Assert.Null(file.Settings);
        Assert.Contains(file.Problems, problem => (problem.File, problem.Line, problem.Field) == ("notifications.yaml", line, field));
    }

    private const string InSlack = """
        version: 1
        people: {U024BE7LH: ana@example.com, W012A3CDE: "ben@example.com "}
        sinks:
          - {name: growth, kind: slack, channel: C024BE7LH, tokenFrom: SLACK_BOT_TOKEN, secretFrom: SLACK_SIGNING_SECRET, severities: [warn, high]}
        """;

    [Fact]
    public void Read_Slack_IsOfPeopleAndKnowsThem()
    {
        var settings = NoticeFile.Read(InSlack, "notifications.yaml").Settings!;
        var sink = Assert.Single(settings.Sinks);
        Assert.Equal((SinkKind.Slack, "C024BE7LH", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", false), (sink.Kind, sink.Channel, sink.TokenVariable, sink.SecretVariable, sink.Recipient.IsMachine));
        Assert.Equal([new("U024BE7LH", "ana@example.com"), new("W012A3CDE", "ben@example.com")], settings.People.OrderBy(person => person.Key, StringComparer.Ordinal));
        Assert.NotNull(NoticeFile.Read(InSlack.Replace(", secretFrom: SLACK_SIGNING_SECRET", "", StringComparison.Ordinal), "f").Settings);
    }

    [Theory]
    [InlineData("C024BE7LH,", "growth,", 4, "sinks[0].channel")]
    [InlineData("channel: C024BE7LH, ", "", 4, "sinks[0].channel")]
    [InlineData("tokenFrom: SLACK_BOT_TOKEN, ", "", 4, "sinks[0].tokenFrom")]
    [InlineData("SLACK_BOT_TOKEN", "xoxb-123", 4, "sinks[0].tokenFrom")]
    [InlineData("kind: slack", "kind: file", 4, "sinks[0].channel")]
    [InlineData("severities:", "url: \"https://a.example\", severities:", 4, "sinks[0].url")]
    [InlineData("U024BE7LH:", "ana:", 2, "people.ana")]
    [InlineData("ana@example.com", "[ana]", 2, "people.U024BE7LH")]
    [InlineData("{U024BE7LH: ana@example.com, W012A3CDE: \"ben@example.com \"}", "ana", 2, "people")]
    public void Read_SlipInSlack_IsNamedWithLineAndField(string right, string wrong, int line, string field)
    {
        var file = NoticeFile.Read(InSlack.Replace(right, wrong, StringComparison.Ordinal), "notifications.yaml");

        Assert.Null(file.Settings);
        Assert.Contains(file.Problems, problem => (problem.Line, problem.Field) == (line, field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- 1")]
    [InlineData("version: 1\nsinks: []")]
    [InlineData("version: 1\n---\nversion: 1")]
    [InlineData("a: [")]
    public void Read_NoSettings_IsAProblem(string text) => Assert.NotEmpty(NoticeFile.Read(text, "f").Problems);

    [Fact]
    [Trait("Req", "S1-169")]
    public void Read_Shortest_HasThePresetsOfAManager() => Assert.Equal(
        [new(9, 0), new(12, 0), new(18, 0)], NoticeFile.Read("version: 1\nsinks: [{name: a, kind: terminal}]", "f").Settings!.Sinks[0].Recipient.Digest);
}
