using Optimizer.Embedded;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Running;

public sealed class DamagedHistoryTests : IDisposable
{
    private static readonly Signal<int> Go = new("go");
    private static readonly Activity<int, int> Add = new("add");
    private static readonly Workflow<int, int> Play = new("play");

    private static readonly WorkflowRegistry Registry = new WorkflowRegistry()
        .Add(Add, (_, number) => Task.FromResult(number + 1))
        .Add(Play, async (context, number) =>
        {
            number = await context.CallAsync(Add, number);
            return number + (await context.WaitAsync(Go))!.Payload;
        });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-damaged-");

    private string File => Path.Combine(_folder.FullName, "engine.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("DELETE FROM record WHERE seq = (SELECT min(seq) FROM record WHERE instance = 1)", "missing or out of order")]
    [InlineData("UPDATE record SET before = seq WHERE instance = 1", "missing or out of order")]
    [InlineData("UPDATE record SET body = CAST('{\"asked\":[{\"kind\":\"magic\"}]}' AS BLOB) WHERE instance = 1", "cannot be read")]
    [InlineData("UPDATE record SET body = CAST('rubbish' AS BLOB) WHERE instance = 1", "cannot be read")]
    public async Task Signal_OneHistoryDamaged_ParksItAndTheOthersGoOn(string damage, string why)
    {
        await using (var engine = await OpenAsync())
        {
            await engine.StartAsync(Play, "damaged", 1);
            await engine.StartAsync(Play, "whole", 1);
            await engine.RunUntilAsync(DateTimeOffset.UnixEpoch.AddHours(1));
        }

        using (var session = SqliteFile.Connect(File))
        {
            session.Execute(damage);
        }

        await using (var engine = await OpenAsync())
        {
            await engine.SignalAsync("damaged", Go, 10);
            await engine.SignalAsync("whole", Go, 10);
            await engine.RunUntilAsync(DateTimeOffset.UnixEpoch.AddHours(2));

            var damaged = (await engine.StatusAsync("damaged"))!;
            Assert.Equal(RunState.Parked, damaged.State);
            Assert.Contains(why, damaged.Failure!.Message, StringComparison.Ordinal);
            Assert.Equal(12, (await engine.StatusAsync("whole"))!.Output!.Value.Read<int>());
        }

        // The signal is kept, so now it has something to do at once: the start must stand that too.
        await using (var engine = await OpenAsync())
        {
            Assert.Equal(ControlAnswer.Done, await engine.ResumeAsync("damaged"));
            await engine.RunUntilAsync(DateTimeOffset.UnixEpoch.AddHours(3));
            Assert.Equal(RunState.Parked, (await engine.StatusAsync("damaged"))!.State);
            Assert.Equal(1, engine.Health().Parked);
        }
    }

    private Task<EmbeddedEngine> OpenAsync() =>
        EmbeddedEngine.OpenAsync(new EngineOptions { File = File }, Registry, new VirtualClock(DateTimeOffset.UnixEpoch));
}
