using System.Text.Json;
using System.Text.Json.Serialization;
using Optimizer.Conformance.Tests.Embedded;
using Optimizer.Embedded.Inspection;
using Optimizer.Testing;

namespace Optimizer.Conformance.Tests.Histories;

public class HistoriesTests : EngineTests
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>What each sample answers, whatever engine replays it.</summary>
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["chain"] = "81, done",
        ["child"] = "9 16, done",
        ["continued"] = "5 6, done",
        ["failure"] = "never, attempt 1 after always, attempt 1, done",
        ["fan-out"] = "0 1 4 9 16 25 36 49 64 81 100 121, done",
        ["retry"] = "twice, attempt 3, done",
        ["signals"] = "5 4 6 True, done",
        ["timers"] = "73, done",
    };

    public static TheoryData<string> Recorded => [.. Files().Select(path => Path.GetFileNameWithoutExtension(path))];

    [Fact]
    public async Task Histories_OfEverySample_AreThere()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_HISTORIES") == "1")
        {
            await WriteMissingAsync();
        }

        Assert.Equal(GoldenWorkflows.Samples.Keys, Files().Select(path => Path.GetFileNameWithoutExtension(path).Split('.')[0]).Distinct());
    }

    [Theory, MemberData(nameof(Recorded)), Trait("Behaviour", "86"), Trait("Behaviour", "79")]
    public async Task History_Recorded_ReplaysWhollyAndGoesOn(string name)
    {
        var golden = JsonSerializer.Deserialize<GoldenHistory>(await System.IO.File.ReadAllTextAsync(PathOf(name)), Options)!;
        Clock.Set(golden.Records.Max(record => record.At));
        await OpenAsync(GoldenWorkflows.Registry(), null, null, null, store =>
        {
            golden.Write(store);
            return store;
        });
        var before = await StepsAsync(golden.Id);

        await SignalAsync(golden.Id, GoldenWorkflows.Finish, "done");

        Assert.Equal(Answers[name.Split('.')[0]], Output<string>(await EndAsync(golden.Id)));
        var after = await StepsAsync(golden.Id);
        Assert.Equal(before, after.Take(before.Count));
    }

    [Theory, MemberData(nameof(Recorded)), Trait("Behaviour", "86")]
    public async Task History_OfToday_HasTheSameSteps(string name)
    {
        var golden = JsonSerializer.Deserialize<GoldenHistory>(await System.IO.File.ReadAllTextAsync(PathOf(name)), Options)!;
        await OpenAsync(GoldenWorkflows.Registry(), null, null, null, store =>
        {
            golden.Write(store);
            return store;
        });
        var then = await StepsAsync(golden.Id);
        await Engine.TerminateAsync(golden.Id, "to make room");
        await Engine.PurgeAsync(golden.Id);
        Clock.Set(Start);

        await RecordAsync(name.Split('.')[0]);

        Assert.Equal(then, await StepsAsync(golden.Id));
    }

    private static IEnumerable<string> Files() => Repository.Files("tests/Optimizer.Conformance.Tests/Histories", "*.json");

    private static string PathOf(string name) => Repository.File("tests", "Optimizer.Conformance.Tests", "Histories", $"{name}.json");

    // Only ever new ones: a history that is there must replay, not change.
    private async Task WriteMissingAsync()
    {
        foreach (var sample in GoldenWorkflows.Samples.Keys.Where(sample => !System.IO.File.Exists(PathOf(sample))))
        {
            await OpenAsync(GoldenWorkflows.Registry());
            await RecordAsync(sample);
            GoldenHistory? golden = null;
            await OpenAsync(GoldenWorkflows.Registry(), null, null, null, store =>
            {
                golden = GoldenHistory.Read(store, sample);
                return store;
            });
            await System.IO.File.WriteAllTextAsync(PathOf(sample), JsonSerializer.Serialize(golden, Options) + "\n");
            await Engine.TerminateAsync(sample, "recorded");
            Clock.Set(Start);
        }
    }

    // Runs a sample to where its history is recorded: every step in an order that does not depend on the machine.
    private async Task RecordAsync(string sample)
    {
        await StartAsync(GoldenWorkflows.Handle(sample), sample, 3, new() { Tags = new Dictionary<string, string> { ["kind"] = "golden" } });
        await RunAsync(TimeSpan.Zero);
        for (var number = 4; sample == "signals" && number <= 6; number++)
        {
            await SignalAsync(sample, GoldenWorkflows.Number, number);
            await RunAsync(TimeSpan.FromMinutes(number));
        }

        if (sample == "continued")
        {
            // All are there before it takes the first, so that the others are unread when it continues as new.
            await Engine.SuspendAsync(sample, "until all are sent");
            for (var number = 4; number <= 6; number++)
            {
                await SignalAsync(sample, GoldenWorkflows.Number, number);
            }

            await Engine.ResumeAsync(sample);
        }

        await RunAsync(TimeSpan.FromDays(10));
        await UntilStatusAsync(sample, "recorded");
    }

    // Fan-outs end in any order: what counts is what was asked for, and that it was answered.
    private async Task<List<string>> StepsAsync(string id) =>
    [
        .. (await Engine.HistoryAsync(id))!.Entries
            .Where(entry => entry.Kind is HistoryKind.ActivityScheduled or HistoryKind.ChildStarted or HistoryKind.TimerSet or HistoryKind.WaitBegun)
            .Select(entry => $"{entry.Kind} {entry.Step} {entry.Name} {entry.Attempt} {entry.ChildId} {entry.Due:O} {entry.Payload}"),
    ];
}
