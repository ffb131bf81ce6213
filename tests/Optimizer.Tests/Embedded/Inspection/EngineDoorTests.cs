using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Inspection.Door;
using Optimizer.Tests.Standalone.Engine;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Inspection;

public sealed class EngineDoorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Ask_EveryQuestion_IsAnsweredAsTheEngineWould()
    {
        var view = new FakeView();
        await using var door = Opened(view);
        await using var client = await ConnectAsync(view);
        var id = FakeView.Whole.InstanceId;
        var query = new InstanceQuery
        {
            States = [RunState.Parked, RunState.Failed],
            IdPrefix = "p",
            Workflow = "W",
            PageSize = 7,
            After = "x",
            CreatedFrom = MadeUp.Start,
            Tags = new Dictionary<string, string> { ["k"] = "v" },
        };

        Assert.Equivalent(await view.ListAsync(new()), await client.ListAsync(query), strict: true);
        Assert.Equivalent(query, view.Asked, strict: true);
        Assert.Equivalent(FakeView.Whole, await client.StatusAsync(id), strict: true);
        Assert.Equivalent(await view.HistoryAsync(id), await client.HistoryAsync(id), strict: true);
        Assert.Equivalent(await view.ChildrenAsync(id), await client.ChildrenAsync(id), strict: true);
        Assert.Equal(await view.HealthAsync(), await client.HealthAsync());
        Assert.Null(await client.StatusAsync("nobody"));
        Assert.Null(await client.HistoryAsync("nobody"));
        await client.BackupAsync("/some/file");
        Assert.Equal("/some/file", view.BackedUp);
    }

    [Fact]
    public async Task Status_OddPayload_KeepsItsBytes()
    {
        var view = new FakeView();
        await using var door = Opened(view);
        await using var client = await ConnectAsync(view);

        Assert.Equal(FakeView.Whole.Output, (await client.StatusAsync(FakeView.Whole.InstanceId))!.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"ask\":\"status\"}")]
    [InlineData("{\"ask\":\"terminate\",\"id\":\"a\"}")]
    [InlineData("{\"ask\":\"list\",\"query\":{\"pageSize\":0}}")]
    [InlineData("{\"ask\":\"list\",\"query\":{\"states\":[\"nothing\"]}}")]
    [InlineData("\0\u0001\ufffd")]
    public async Task Line_ThatIsNoQuestion_IsRefusedAndTheNextAnswered(string line)
    {
        var view = new FakeView();
        await using var door = Opened(view);
        await using var pipe = await PipeAsync(view);
        var lines = new LineReader(pipe, 1 << 20);

        Assert.Equal("BadQuestion", await ProblemAsync(pipe, lines, line));
        Assert.Null(await ProblemAsync(pipe, lines, "{\"ask\":\"health\"}"));
    }

    [Fact]
    public async Task Line_TooLong_IsRefusedAndTheClientSentAway()
    {
        var view = new FakeView();
        await using var door = Opened(view);
        await using var pipe = await PipeAsync(view);
        var lines = new LineReader(pipe, 1 << 20);

        Assert.Equal("BadQuestion", await ProblemAsync(pipe, lines, new string('x', DoorLimits.LongestQuestion + 1)));
        Assert.Null(await EndAsync(lines));
    }

    [Fact]
    public async Task Client_ThatSaysNothing_IsSentAwayAndTheNextServed()
    {
        var view = new FakeView();
        await using var door = Opened(view, new() { Clients = 1, Silence = TimeSpan.FromMilliseconds(50) });
        await using var silent = await PipeAsync(view);

        Assert.Null(await EndAsync(new LineReader(silent, 100)));
        await using var client = await ConnectAsync(view);
        Assert.NotNull(await client.HealthAsync());
    }

    [Fact]
    public async Task Client_ThatDoesNotTakeItsAnswers_IsSentAwayAndTheNextServed()
    {
        var view = new FakeView();
        await using var door = Opened(view, new() { Clients = 1, Reading = TimeSpan.FromMilliseconds(50) });
        await using var deaf = await PipeAsync(view);
        using var limit = new CancellationTokenSource(Patience);
        var question = Encoding.UTF8.GetBytes("{\"ask\":\"health\"}\n");

        // The pipe's own room fills up, then the door gives up on it.
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (true)
            {
                await deaf.WriteAsync(question, limit.Token);
            }
        });
        await using var client = await ConnectAsync(view);
        Assert.NotNull(await client.HealthAsync());
    }

    [Fact]
    public async Task Clients_ManyAtOnce_AreAllAnswered()
    {
        var view = new FakeView();
        await using var door = Opened(view, new() { Clients = 4 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await using var client = await ConnectAsync(view);
            return await client.HealthAsync();
        }));

        Assert.All(answers, Assert.NotNull);
    }

    [Fact]
    public async Task Client_ThatLeavesInTheMiddle_HarmsNobody()
    {
        var view = new FakeView();
        await using var door = Opened(view);
        await using (var pipe = await PipeAsync(view))
        {
            await pipe.WriteAsync("{\"ask\":\"heal"u8.ToArray());
        }

        await using var client = await ConnectAsync(view);
        Assert.NotNull(await client.HealthAsync());
    }

    [Fact]
    public async Task Question_ThatFails_IsToldAndTheDoorStaysOpen()
    {
        var problems = new Queue<Exception>([
            new EngineViewException(ViewProblem.Conflict, "exists"), new ArgumentException("wrong"), new InvalidOperationException("broken"),
        ]);
        var view = new FakeView { Answering = _ => problems.TryDequeue(out var problem) ? Task.FromException(problem) : Task.CompletedTask };
        await using var door = Opened(view);
        await using var client = await ConnectAsync(view);

        Assert.Equal((ViewProblem.Conflict, "exists"), await RefusalAsync(() => client.BackupAsync("/f")));
        Assert.Equal((ViewProblem.BadQuestion, "wrong"), await RefusalAsync(() => client.ListAsync(new())));
        Assert.Equal((ViewProblem.Failed, "broken"), await RefusalAsync(() => client.StatusAsync("a")));
        Assert.NotNull(await client.HealthAsync());
    }

    [Fact]
    public async Task Close_WhileAQuestionIsOpen_EndsBothSides()
    {
        var asked = new TaskCompletionSource();
        var view = new FakeView
        {
            Answering = async cancellationToken =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
        };
        var door = Opened(view);
        await using var client = await ConnectAsync(view);
        var answer = client.HealthAsync();
        await asked.Task.WaitAsync(Patience);

        await door.DisposeAsync().AsTask().WaitAsync(Patience);

        Assert.Equal(ViewProblem.Unreachable, (await RefusalAsync(() => answer)).Problem);
        Assert.Null(await EngineDoorClient.TryConnectAsync(view.File, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public async Task Close_NeverStarted_IsNothing() => await new EngineDoor(new FakeView(), new()).DisposeAsync();

    [Fact]
    public async Task Start_NameCannotBeTaken_IsLoggedAndNothingElse()
    {
        var view = new FakeView();
        var log = new KeptLog();

        // Where a pipe is a file, a folder in its place cannot be cleared away; elsewhere the door simply opens.
        var taken = Path.Combine(Path.GetTempPath(), "CoreFxPipe_" + DoorName.Of(view.File));
        Directory.CreateDirectory(taken);
        try
        {
            var door = new EngineDoor(view, new(), log);
            door.Start();
            await door.DisposeAsync();
        }
        finally
        {
            Directory.Delete(taken);
        }

        Assert.Equal(OperatingSystem.IsWindows() ? 0 : 1, log.Lines.Count(line => line.StartsWith("Warning: The door of ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Start_AgainAfterClosing_ServesAgain()
    {
        var view = new FakeView();
        await Opened(view).DisposeAsync();
        await using var door = Opened(view);
        await using var client = await ConnectAsync(view);

        Assert.NotNull(await client.HealthAsync());
    }

    [Fact]
    public async Task Connect_NobodyThere_IsNull() =>
        Assert.Null(await EngineDoorClient.TryConnectAsync(new FakeView().File, TimeSpan.FromMilliseconds(10)));

    private static EngineDoor Opened(FakeView view, DoorLimits? limits = null)
    {
        var door = new EngineDoor(view, limits ?? new());
        door.Start();
        return door;
    }

    private static async Task<EngineDoorClient> ConnectAsync(FakeView view) =>
        await EngineDoorClient.TryConnectAsync(view.File, Patience) ?? throw new InvalidOperationException("nobody answers");

    private static async Task<NamedPipeClientStream> PipeAsync(FakeView view)
    {
        var pipe = new NamedPipeClientStream(".", DoorName.Of(view.File), PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync((int)Patience.TotalMilliseconds);
        return pipe;
    }

    private static async Task<string?> ProblemAsync(Stream pipe, LineReader lines, string line)
    {
        using var limit = new CancellationTokenSource(Patience);
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), limit.Token);
        using var answer = JsonDocument.Parse((await lines.ReadAsync(limit.Token))!.Value);
        return answer.RootElement.GetProperty("problem").GetString();
    }

    private static async Task<ReadOnlyMemory<byte>?> EndAsync(LineReader lines)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await lines.ReadAsync(limit.Token);
        }
        catch (IOException)
        {
            // Closed with something of ours unread.
            return null;
        }
    }

    private static async Task<(ViewProblem Problem, string Message)> RefusalAsync(Func<Task> ask)
    {
        var refusal = await Assert.ThrowsAsync<EngineViewException>(ask);
        return (refusal.Problem, refusal.Message);
    }
}
