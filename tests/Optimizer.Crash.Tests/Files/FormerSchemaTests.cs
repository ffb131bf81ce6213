using Microsoft.Data.Sqlite;
using Optimizer.Crash.Tests.Dying;
using Optimizer.Embedded;
using Optimizer.Embedded.Storage;
using Optimizer.Testing;
using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Files;

public class FormerSchemaTests
{
    private static readonly Workflow<int, int> Waiting = new("waiting");
    private static readonly Activity<int, int> Double = new("double");
    private static readonly Signal<int> Number = new("number");
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A step that is released is never edited, so this is how every file of version 1 looks.
    private static readonly string ToVersion1 = $"""
        {Schema.Step(1)}
        DELETE FROM high_water;
        INSERT INTO instance SELECT key, id, workflow, version, state, started, generation, attempts, created_at, changed_at,
            parent, parent_generation, parent_step, reason, status, input, output, failure FROM present.instance;
        INSERT INTO record SELECT seq, instance, kind, at, busy, body FROM present.record;
        INSERT INTO timer SELECT instance, step, due FROM present.timer;
        INSERT INTO high_water SELECT key, seq FROM present.high_water;
        PRAGMA application_id = {Schema.ApplicationId};
        PRAGMA user_version = 1;
        """;

    [Fact]
    [Trait("Behaviour", "85")]
    public async Task OpenAsync_FileOfAFormerVersion_IsRaisedAndItsInstancesGoOn()
    {
        using var files = new LifeFiles();
        await using (var before = await OpenAsync(files.File, Begin))
        {
            await before.StartAsync(Waiting, "one", 1);
            await before.StartAsync(Waiting, "two", 2);
            await before.SignalAsync("two", Number, 10);
            await before.RunUntilAsync(Begin.AddHours(1));
        }

        var former = files.File + ".former";
        Execute(former, $"ATTACH '{files.File}' AS present; {ToVersion1}");

        await using var engine = await OpenAsync(former, Begin.AddHours(1));
        await engine.SignalAsync("one", Number, 20);
        await engine.RunUntilAsync(Begin.AddHours(3));

        Assert.Equal(2 * 1 + 20, (await engine.CompletionAsync("one"))!.Output!.Value.Read<int>());
        Assert.Equal(2 * 2 + 10, (await engine.CompletionAsync("two"))!.Output!.Value.Read<int>());
    }

    [Fact]
    [Trait("Behaviour", "85")]
    public async Task OpenAsync_FileOfANewerVersion_IsRefusedAndLeftAsItIs()
    {
        using var files = new LifeFiles();
        await (await OpenAsync(files.File, Begin)).DisposeAsync();
        Execute(files.File, $"PRAGMA user_version = {Schema.Version + 1}");
        var before = await File.ReadAllBytesAsync(files.File);

        var refused = await Assert.ThrowsAsync<EngineFileException>(() => OpenAsync(files.File, Begin));

        Assert.Contains($"version {Schema.Version + 1}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(files.File));
    }

    [Fact]
    public async Task OpenAsync_FileThatIsNoDatabase_IsRefused()
    {
        using var files = new LifeFiles();
        await File.WriteAllTextAsync(files.File, new string('x', 10_000));

        var refused = await Assert.ThrowsAsync<EngineFileException>(() => OpenAsync(files.File, Begin));

        Assert.Contains(files.File, refused.Message, StringComparison.Ordinal);
        Assert.Equal(10_000, new FileInfo(files.File).Length);
    }

    [UnprivilegedFact]
    public async Task OpenAsync_FileThatIsReadOnly_IsRefused()
    {
        using var files = new LifeFiles();
        await (await OpenAsync(files.File, Begin)).DisposeAsync();
        new FileInfo(files.File).IsReadOnly = true;

        var refused = await Assert.ThrowsAsync<EngineFileException>(() => OpenAsync(files.File, Begin));

        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
    }

    private static Task<EmbeddedEngine> OpenAsync(string file, DateTimeOffset now) => EmbeddedEngine.OpenAsync(
        new EngineOptions { File = file },
        new WorkflowRegistry()
            .Add(Waiting, async (context, input) =>
            {
                var doubled = await context.CallAsync(Double, input);
                await context.SleepAsync(Begin.AddHours(2));
                return doubled + (await context.WaitAsync(Number))!.Payload;
            })
            .Add(Double, (_, input) => Task.FromResult(2 * input)),
        new VirtualClock(now));

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
