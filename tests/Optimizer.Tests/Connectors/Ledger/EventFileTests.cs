using System.IO.Compression;
using System.Text;
using Optimizer.Connectors.Files;
using Optimizer.Connectors.Ledger;
using Optimizer.Domain.Attribution;

namespace Optimizer.Tests.Connectors.Ledger;

public sealed class EventFileTests : IDisposable
{
    private const string Good = """{"id":"e1","ts":"2026-03-01T08:15:00.5+01:00","exp_id":"p","variant":"a","event":"purchase","value":9.99,"session_id":"s","path":"/x"}""";
    private const string Short = """{"ts":"2026-03-01 07:15:00","exp_id":"p","variant":"a","event":"view","session_id":"s"}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-events-");

    [Fact]
    [Trait("Req", "S3-046")]
    public void Read_Line_HasAllFields()
    {
        var (events, refused) = Read("a.jsonl", Good + "\r\n\n  \n" + Short);

        Assert.Empty(refused);
        Assert.Equal(
            new AttributionEvent
            {
                Id = "e1",
                At = new(2026, 3, 1, 7, 15, 0, 500, TimeSpan.Zero),
                Experiment = "p",
                Variant = "a",
                Event = "purchase",
                Value = 9.99m,
                Unit = "s",
                Path = "/x",
            },
            events[0]);
        Assert.Equal((new DateTimeOffset(2026, 3, 1, 7, 15, 0, TimeSpan.Zero), null, ""), (events[1].At, events[1].Value, events[1].Path));
    }

    [Fact]
    public void Read_WithoutIds_GivesTheSameOnesAgain()
    {
        var text = $"{Short}\n{Short}\n{Short.Replace("view", "click", StringComparison.Ordinal)}\n";

        var first = Read("a.jsonl", text).Events.Select(each => each.Id).ToList();

        Assert.Equal(3, first.Distinct().Count());
        Assert.Equal(first, Read("b.jsonl", text).Events.Select(each => each.Id));
        Assert.Equal(first, Read("c.csv", "session_id,ts,exp_id,variant,event\ns,2026-03-01T07:15:00Z,p,a,view\ns,2026-03-01T07:15:00Z,p,a,view\ns,2026-03-01T07:15:00Z,p,a,click\n").Events.Select(each => each.Id));
    }

    [Theory]
    [InlineData("{", "unreadable", "no JSON")]
    [InlineData("[]", "unreadable", "no JSON object")]
    [InlineData("7", "unreadable", "no JSON object")]
    [InlineData("nonsense", "unreadable", "no JSON")]
    [InlineData("""{"id":"e","ts":"2026-03-01T00:00:00Z","exp_id":"p","variant":"a","event":"view","session_id":"s"} {}""", "unreadable", "no JSON")]
    [InlineData("""{"id":"e","user":"x"}""", "unreadable", "no field 'user'; the fields are id, ts, exp_id")]
    [InlineData("""{"id":"e","id":"f"}""", "unreadable", "'id' stands there twice")]
    [InlineData("""{"id":{"a":1}}""", "unreadable", "'id' is no text")]
    [InlineData("""{"id":7}""", "unreadable", "'id' is no text")]
    [InlineData("""{"value":NaN}""", "unreadable", "no JSON")]
    [InlineData("""{"value":"NaN"}""", "unreadable", "value 'NaN' is no number")]
    [InlineData("""{"value":"5"}""", "unreadable", "without quotes")]
    [InlineData("""{"value":1e999}""", "unreadable", "no number that can be summed exactly")]
    [InlineData("""{"id":"e"}""", "missing_field", "ts is missing")]
    [InlineData("""{"ts":null}""", "missing_field", "ts is missing")]
    [InlineData("""{"ts":"yesterday"}""", "unreadable", "'yesterday' is no moment")]
    [InlineData("""{"ts":"2026-02-30T00:00:00Z"}""", "unreadable", "is no moment")]
    [InlineData("""{"ts":"2026-02-20T00:00:00+25:00"}""", "unreadable", "is no moment")]
    [InlineData("""{"ts":1700000000}""", "unreadable", "'ts' is no text")]
    [InlineData("""{"id":"\ud800"}""", "bad_text", "not valid Unicode")]
    public void Read_LineThatIsNone_IsToldWithItsPlaceAndTheRestGoesOn(string line, string code, string said)
    {
        var (events, refused) = Read("a.jsonl", $"{Good}\n{line}\n{Short}\n");

        Assert.Equal(2, events.Count);
        var row = Assert.Single(refused);
        Assert.Equal((code, line), (row.Code, row.Text));
        Assert.StartsWith("a.jsonl:2: ", row.Why, StringComparison.Ordinal);
        Assert.Contains(said, row.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepLongOrBrokenBytes_AreTold()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 10_000)) + "\n"),
            .. Encoding.UTF8.GetBytes($$"""{"id":"{{new string('x', 70_000)}}"}""" + "\n"),
            .. Encoding.UTF8.GetBytes($$"""{"id":"{{new string('y', 700_000)}}"}""" + "\n"),
            .. "{\"id\":\"a"u8, 0xff, .. "b\"}\n"u8,
            .. "{\"exp_id\":\"a"u8, 0xff, .. "b\"}\n"u8,
            .. Encoding.UTF8.GetBytes(Good),
        ];

        var (events, refused) = Read("a.jsonl", bytes);

        Assert.Equal("e1", Assert.Single(events).Id);
        Assert.Equal(["unreadable", "too_long", "too_long", "bad_text", "bad_text"], refused.Select(row => row.Code));
        Assert.Contains("a.jsonl:3: the line has 700,009 bytes", refused[2].Why, StringComparison.Ordinal);
        Assert.All(refused, row => Assert.InRange(row.Text.Length, 1, 1_024));
        Assert.Equal(5, refused.Select(row => row.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.csv.gz")]
    [InlineData("events")]
    public void Read_Table_TellsRowsThatAreNone(string name)
    {
        var (events, refused) = Read(name, """
            id,ts,exp_id,variant,event,value,session_id,path
            1,2026-03-01T08:00:00Z,p,a,purchase,1.5,s,"/x,y"
            2,2026-03-01T08:00:00Z,p,a,purchase,abc,s,/x
            3,2026-03-01T08:00:00Z,p,a,view
            4,2026-03-01T08:00:00Z,p,a,view,,s,
            5,,p,a,view,,s,
            """);

        Assert.Equal(["1", "4"], events.Select(each => each.Id));
        Assert.Equal((1.5m, "/x,y"), (events[0].Value, events[0].Path));
        Assert.Equal(["unreadable", "unreadable", "missing_field"], refused.Select(row => row.Code));
        Assert.Contains($"{name}:3: value 'abc' is no number", refused[0].Why, StringComparison.Ordinal);
        Assert.Contains($"{name}:4: expected 8 fields", refused[1].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ts,exp_id,variant,event", "session_id")]
    [InlineData("ts,exp_id,variant,event,session_id,user", "events have no such field")]
    public void Open_TableOfOtherColumns_IsRefused(string header, string said)
    {
        var path = Path.Combine(_folder.FullName, "a.csv");
        File.WriteAllText(path, header + "\n");

        Assert.Contains(said, Assert.Throws<FileFaultException>(() => EventFile.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoFile_IsRefused() =>
        Assert.Contains("no such file", Assert.Throws<FileFaultException>(() => EventFile.Open(Path.Combine(_folder.FullName, "none.jsonl"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private (List<AttributionEvent> Events, List<RefusedRow> Refused) Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    private (List<AttributionEvent> Events, List<RefusedRow> Refused) Read(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        using (var file = File.Create(path))
        using (var target = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file)
        {
            target.Write(bytes);
        }

        var (events, refused) = (new List<AttributionEvent>(), new List<RefusedRow>());
        using var source = EventFile.Open(path);
        while (source.Read(out var happened, out var row))
        {
            if (happened is not null)
            {
                events.Add(happened);
            }
            else
            {
                refused.Add(row!);
            }
        }

        return (events, refused);
    }
}
