using Optimizer.Embedded.Records;
using Optimizer.Tests.Connectors.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Standalone.Commands;

public sealed class NotificationsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-told").FullName;

    [Fact]
    public async Task List_Log_ShowsAttemptsAndOnlyWhatIsAskedFor()
    {
        await TellAsync();

        var ran = Ran.Of("notifications", "list", "--data", _folder);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("503 Service Unavailable", ran.Output, StringComparison.Ordinal);
        Assert.Equal(2, Of("list").Length);
        Assert.Equal(["q"], Of("list", "--play", "q"));
        Assert.Equal(["p"], Of("list", "--failed"));
        Assert.Empty(Of("list", "--sink", "other"));
        Assert.Equal(["p"], Of("list", "--before", "2"));
        Assert.Equal(["q"], Of("list", "--limit", "1"));
    }

    [Fact]
    public async Task Replay_Delivered_GoesOutAgain()
    {
        await TellAsync();

        var again = Ran.Of("notifications", "replay", "2", "--json", "--data", _folder).Json;
        Assert.Equal((3, 2, "waiting"), (again.GetProperty("id").GetInt32(), again.GetProperty("replayOf").GetInt32(), again.GetProperty("state").GetString()));

        var none = Ran.Of("notifications", "replay", "9", "--data", _folder);
        Assert.Equal(5, none.ExitCode);
        Assert.Contains("no notification 9", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_NoSettings_ReachesTerminalAndFile()
    {
        var ran = Ran.Of("notifications", "test", "--data", _folder);

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal($"terminal: delivered: written{Environment.NewLine}file: delivered: written{Environment.NewLine}", ran.Output);
        Assert.Contains("Trial message", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Trial message", File.ReadAllText(Path.Combine(_folder, "notifications.jsonl")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\nsinks: [{name: a, kind: mail}]", 2, "notifications.yaml:2: sinks[0].kind: is 'mail'")]
    [InlineData("version: 1\nsinks: [{name: ops, kind: webhook, url: \"https://hooks.example/\", secretFrom: NO_SUCH_VARIABLE_HERE}]", 2, "NO_SUCH_VARIABLE_HERE, which is not set")]
    [InlineData("version: 1\nsinks: [{name: a, kind: terminal}]", 5, "there is no sink 'ops'; there are a")]
    public void Test_SettingsThatCannotBeUsed_AreRefusedInWords(string settings, int code, string said)
    {
        File.WriteAllText(Path.Combine(_folder, NoticeFile.FileName), settings);
        var ran = Ran.Of("notifications", "test", "--sink", "ops", "--data", _folder);

        Assert.Equal((code, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void List_NothingRecorded_SaysSo() => Assert.Equal(5, Ran.Of("notifications", "list", "--data", _folder).ExitCode);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // One to play p that was refused, one to play q that arrived.
    private async Task TellAsync()
    {
        using var store = RecordStore.Open(Path.Combine(_folder, RecordOptions.FileName), new() { Durable = false });
        var outbox = new Outbox(store.Told, [new("ops", SinkKind.Webhook, new() { IsMachine = true })], new HandClock());
        foreach (var (play, delivered, status) in new[] { ("p", false, "503 Service Unavailable"), ("q", true, "200 OK") })
        {
            await outbox.NotifyAsync(Desk.Question(play, "s", play), play, default);
            var parcel = (await store.Told.ListAsync(new() { Play = play }, default))[0];
            await store.Told.MarkAsync(parcel.Number, new(HandClock.Start, delivered, status), delivered ? null : HandClock.Start.AddMinutes(1), default);
        }
    }

    private string[] Of(params string[] args) =>
    [
        .. Ran.Of(["notifications", .. args, "--json", "--data", _folder]).Json.GetProperty("notifications").EnumerateArray()
            .Select(parcel => parcel.GetProperty("notices")[0].GetProperty("play").GetString()!),
    ];
}
