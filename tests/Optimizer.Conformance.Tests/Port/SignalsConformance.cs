using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Signals and those who wait for them.</summary>
public abstract class SignalsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "29")]
    public async Task Signal_WaitedFor_BringsItsTypedPayload()
    {
        var approval = new Signal<Approval>("approval");
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            context.SetStatus("waiting");
            var answer = (await context.WaitAsync(approval))!.Payload;
            return $"{answer.By} {answer.Granted} {answer.At:O}";
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");
        var at = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));

        await SignalAsync("one", approval, new("Ada", true, at));

        Assert.Equal($"Ada True {at:O}", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "30")]
    public async Task Signal_BeforeTheWait_IsKeptAndServedOldestFirst()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            await context.WaitAsync(Go);
            var numbers = new List<int>();
            for (var i = 0; i < 5; i++)
            {
                numbers.Add((await context.WaitAsync(Number))!.Payload);
            }

            return string.Join(' ', numbers);
        }));
        await StartAsync(Play, "one", None.Value);
        for (var i = 0; i < 5; i++)
        {
            await SignalAsync("one", Number, i);
        }

        await SignalAsync("one", Go, "");

        Assert.Equal("0 1 2 3 4", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "31")]
    public async Task Signal_SeveralWaits_ServesTheNewestFirst()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            var waits = new[] { context.WaitAsync(Number), context.WaitAsync(Number), context.WaitAsync(Number) };
            context.SetStatus("waiting");
            return string.Join(' ', (await Task.WhenAll(waits)).Select(delivery => delivery!.Payload));
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        for (var i = 1; i <= 3; i++)
        {
            await SignalAsync("one", Number, i);
        }

        Assert.Equal("3 2 1", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "32")]
    public async Task Signal_NameInAnotherCase_IsTheSame()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
            (await context.WaitAsync(new Signal<string>("Approve-É")))!.Payload + (await context.WaitAsync(new Signal<string>("approve-é")))!.Payload));
        await StartAsync(Play, "one", None.Value);

        await SignalAsync("one", new Signal<string>("APPROVE-É"), "a");
        await SignalAsync("one", new Signal<string>("approve-é"), "b");

        Assert.Equal("ab", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "33"), Trait("Behaviour", "24")]
    public async Task Wait_SignalInTime_TakesItAndDoesNotWaitForTheTime()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
            (await context.WaitAsync(Go, context.UtcNow + TimeSpan.FromHours(1)))?.Payload ?? "time"));
        await StartAsync(Play, "one", None.Value);

        await SignalAsync("one", Go, "signal");

        Assert.Equal("signal", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "33")]
    public async Task Wait_TimeFirst_GivesNull()
    {
        var ended = await RunAsync(
            Registry().Add(Play, async (context, _) => (await context.WaitAsync(Go, context.UtcNow + Short))?.Payload ?? "time"), Play, None.Value, Short);

        Assert.Equal("time", Output<string>(ended));
    }

    [Fact, Trait("Behaviour", "33")]
    public async Task Wait_TimeThatHasPassed_TakesOnlyWhatIsThere()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            await context.WaitAsync(Go);
            var past = context.UtcNow - TimeSpan.FromSeconds(1);
            var first = await context.WaitAsync(Number, past);
            var second = await context.WaitAsync(Number, past);
            return $"{first?.Payload} {second is null}";
        }));
        await StartAsync(Play, "one", None.Value);
        await SignalAsync("one", Number, 7);
        await SignalAsync("one", Go, "");

        Assert.Equal("7 True", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "34")]
    public async Task Wait_ThatRanOutOfTime_DoesNotTakeTheNextSignal()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            for (var i = 0; i < 3; i++)
            {
                Assert.Null(await context.WaitAsync(Go, context.UtcNow + Short / 3));
            }

            context.SetStatus("waiting");
            return (await context.WaitAsync(Go))!.Payload;
        }));
        await StartAsync(Play, "one", None.Value);
        await Host.PassTimeAsync(Short);
        await UntilStatusAsync("one", "waiting");

        await SignalAsync("one", Go, "only one");

        Assert.Equal("only one", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "34")]
    public async Task Wait_ShortOnesUnderAStreamOfSignals_LosesNone()
    {
        const int Many = 60;
        await OpenAsync(Registry().Add(Count, async (context, many) =>
        {
            var sum = 0;
            for (var taken = 0; taken < many;)
            {
                if (await context.WaitAsync(Number, context.UtcNow + TimeSpan.FromMilliseconds(2)) is { } delivery)
                {
                    (taken, sum) = (taken + 1, sum + delivery.Payload);
                }
                else
                {
                    await context.CallAsync(AddOne, taken);
                }
            }

            return sum;
        }));
        await StartAsync(Count, "one", Many);

        for (var i = 1; i <= Many; i++)
        {
            await SignalAsync("one", Number, i);
            await Host.PassTimeAsync(TimeSpan.FromMilliseconds(i % 3));
        }

        Assert.Equal(Many * (Many + 1) / 2, Output<int>(await EndAsync("one", Short)));
    }

    [Fact, Trait("Behaviour", "35")]
    public async Task Signal_FinishedInstance_IsAnsweredSoAndDropped()
    {
        await RunAsync(new WorkflowRegistry().Add(Play, (_, _) => Task.FromResult("done")), Play, None.Value);

        Assert.Equal(SignalAnswer.AlreadyFinished, await Client.SignalAsync("one", Go, "late"));
        Assert.Equal("done", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "39")]
    public async Task Signal_BetweenTwoInstances_GoesBackAndForth()
    {
        var tell = new Activity<Message, SignalAnswer>("tell");
        await OpenAsync(new WorkflowRegistry()
            .Add(tell, (context, message) => Client.SignalAsync(message.To, Number, message.Number, context.IdempotencyKey))
            .Add(Child, async (context, other) =>
            {
                var last = 0;
                while (last < 10)
                {
                    last = (await context.WaitAsync(Number))!.Payload + 1;
                    await context.CallAsync(tell, new(other, last));
                }

                return $"{last}";
            }));
        await StartAsync(Child, "ping", "pong");
        await StartAsync(Child, "pong", "ping");

        await SignalAsync("ping", Number, 0);

        Assert.Equal("11", Output<string>(await EndAsync("ping")));
        Assert.Equal("10", Output<string>(await EndAsync("pong")));
    }

    private sealed record Approval(string By, bool Granted, DateTimeOffset At);

    private sealed record Message(string To, int Number);
}
