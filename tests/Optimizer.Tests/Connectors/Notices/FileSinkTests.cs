using System.Text.Json;
using Optimizer.Connectors.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Connectors.Notices;

public sealed class FileSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-notices").FullName;

    private string File => Path.Combine(_folder, "notices.jsonl");

    [Fact]
    public async Task Deliver_Notices_AreALineEach()
    {
        var sink = new FileSink("file", File, null);
        await sink.DeliverAsync(Of("a", "b\nc"), default);
        await sink.DeliverAsync(Of("d"), default);

        Assert.Equal(["a", "b\nc", "d"], Keys());
    }

    [Fact]
    public async Task Deliver_LinesOfADeadProcess_AreNotWrittenAgainAndABrokenOneIsTakenBack()
    {
        await new FileSink("file", File, null).DeliverAsync(Of("a", "b"), default);
        var whole = System.IO.File.ReadAllText(File);
        for (var length = 0; length <= whole.Length; length++)
        {
            System.IO.File.WriteAllText(File, whole[..length]);
            Assert.True((await new FileSink("file", File, null).DeliverAsync(Of("a", "b"), default)).Delivered);

            Assert.Equal(["a", "b"], Keys());
        }
    }

    [Fact]
    public async Task Deliver_Replay_IsWrittenAgain()
    {
        await new FileSink("file", File, null).DeliverAsync(Of("a"), default);
        await new FileSink("file", File, null).DeliverAsync(Of("a") with { ReplayOf = 1 }, default);

        Assert.Equal(["a", "a"], Keys());
    }

    [Fact]
    public async Task Deliver_FileOfSomebodyElse_IsKept()
    {
        System.IO.File.WriteAllText(File, "[1]\nnot json\n");
        await new FileSink("file", File, null).DeliverAsync(Of("a"), default);

        Assert.Equal(3, System.IO.File.ReadAllLines(File).Length);
    }

    [Fact]
    public async Task Deliver_NoSuchFolder_IsRefusedWithItsReason()
    {
        var answer = await new FileSink("file", Path.Combine(_folder, "none", "x"), null).DeliverAsync(Of("a"), default);

        Assert.False(answer.Delivered);
        Assert.Contains("none", answer.Status, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Parcel Of(params string[] keys) => new()
    {
        Number = 1,
        Key = "file/1",
        Sink = "file",
        IsDigest = keys.Length > 1,
        Notices = [.. keys.Select(key => new KeptNotice(key, HandClock.Start, 1, Desk.Question("p", "s", "o")))],
        Due = HandClock.Start,
        NextTry = HandClock.Start,
        State = ParcelState.Waiting,
        Why = "",
    };

    private List<string?> Keys() => [.. System.IO.File.ReadAllLines(File).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString())];
}
