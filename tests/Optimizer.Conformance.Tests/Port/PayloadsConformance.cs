using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>What crosses the durable boundary comes back as it went; what does not fit fails where it is used.</summary>
public abstract class PayloadsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    /// <summary>Whether characters come back escaped, or not, as they were sent; the JSON is the same either way.</summary>
    protected virtual bool KeepsEscapes => true;

    private static readonly Workflow<Everything, Everything> Carry = new("carry");

    [Fact, Trait("Behaviour", "69")]
    public async Task Payloads_Large_ComeBackWhole()
    {
        var large = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number:X5}"));
        var status = new string('s', 8_000);
        await OpenAsync(Registry()
            .Add(Child, async (context, text) => await context.CallAsync(Echo, text))
            .Add(Child with { Name = "parent" }, async (context, text) =>
            {
                context.SetStatus(status);
                var signal = (await context.WaitAsync(Go))!.Payload;
                return await context.RunAsync(Child, $"{context.InstanceId}:child", text) == signal ? signal : "differs";
            }));
        await StartAsync(Child with { Name = "parent" }, "one", large);
        await UntilStatusAsync("one", status);
        await SignalAsync("one", Go, large);

        var ended = await EndAsync("one");

        Assert.Equal(large, Output<string>(ended));
        Assert.Equal(large, ended.Input.Read<string>());
        await StartAsync(Child with { Name = "parent" }, "two", "");
        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("two", status));
        Assert.Equal(status, (await EndAsync("two")).Reason);
    }

    [Theory, Trait("Behaviour", "71")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("0")]
    [InlineData("[null]")]
    [InlineData("[[],{},\"\",null]")]
    public async Task Payloads_EmptyOnes_StayDistinct(string json)
    {
        var any = new Workflow<JsonElement?, JsonElement?>("any");
        var pass = new Activity<JsonElement?, JsonElement?>("pass");
        var signal = new Signal<JsonElement?>("any");
        using var document = JsonDocument.Parse(json);
        JsonElement? element = document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement;
        await OpenAsync(new WorkflowRegistry()
            .Add(pass, (_, value) => Task.FromResult(value))
            .Add(any, async (context, value) =>
            {
                context.SetStatus(value);
                Assert.Equal(Payload.Of(value), Payload.Of((await context.WaitAsync(signal))!.Payload));
                return await context.CallAsync(pass, value);
            }));
        await StartAsync(any, "one", element);
        await SignalAsync("one", signal, element);

        var ended = await EndAsync("one");

        Assert.True(ended.State == RunState.Completed, $"{ended.Failure}");
        Assert.Equal(json, ended.Output?.ToString());
        Assert.Equal(json, ended.Input.ToString());
    }

    [Fact, Trait("Behaviour", "71")]
    public async Task Payloads_None_IsDistinctFromNull()
    {
        var nothing = new Workflow<None, None>("nothing");

        var ended = await RunAsync(Registry().Add(nothing, (_, none) => Task.FromResult(none)), nothing, None.Value);

        Assert.Equal("{}", ended.Output?.ToString());
        Assert.Equal(None.Value, Output<None>(ended));
    }

    [Fact, Trait("Behaviour", "72")]
    public async Task Payloads_UnicodeNumbersAndBytes_ComeBackWhole() =>
        Assert.Equivalent(Everything.Odd, Output<Everything>(await CarriedAsync(Everything.Odd)), strict: true);

    [Fact, Trait("Behaviour", "72")]
    public async Task Payloads_UnicodeNumbersAndBytes_ComeBackByteForByte()
    {
        var (sent, came) = (Payload.Of(Everything.Odd), (await CarriedAsync(Everything.Odd)).Output!.Value);
        if (KeepsEscapes)
        {
            Assert.Equal(sent, came);
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent.ToString()), JsonNode.Parse(came.ToString())), $"{sent} came back as {came}");
        }
    }

    [Fact, Trait("Behaviour", "72")]
    public async Task Tags_UnicodeAndQuotes_ComeBackWhole()
    {
        var tags = new Dictionary<string, string> { ["it's"] = "a \"tag\"", ["schlüssel 🗝"] = "значение; --", ["empty"] = "" };
        await OpenAsync(Registry().Add(Play with { Name = "Ünïcode 'name'" }, (_, _) => Task.FromResult("")));

        await StartAsync(Play with { Name = "Ünïcode 'name'" }, "one", None.Value, new() { Tags = tags });

        var ended = await EndAsync("one");
        Assert.Equal(tags, new Dictionary<string, string>(ended.Tags));
        Assert.Equal("Ünïcode 'name'", ended.Workflow);
        Assert.Single((await Client.ListAsync(new() { Tags = tags })).Instances);
    }

    [Fact, Trait("Behaviour", "54")]
    public async Task Start_InputOfAnotherShape_FailsThatInstance()
    {
        await OpenAsync(Registry().Add(Count, (_, number) => Task.FromResult(number)));
        await StartAsync(new Workflow<string, int>("count"), "one", "no number");

        var ended = await EndAsync("one");

        Assert.Equal((RunState.Failed, FailureTypes.Unreadable), (ended.State, ended.Failure!.Type));
    }

    [Fact, Trait("Behaviour", "54")]
    public async Task Call_InputOrOutputOfAnotherShape_FailsThatCallAndIsNotRetried()
    {
        var always = new RetrySchedule(10, TimeSpan.FromHours(1));
        var ended = await RunAsync(
            Registry().Add(Play, async (context, _) =>
            {
                var input = await Assert.ThrowsAsync<StepFailedException>(() => context.CallAsync(new Activity<string, int>("add-one"), "no number", always));
                var output = await Assert.ThrowsAsync<StepFailedException>(() => context.CallAsync(new Activity<string, int>("echo"), "no number", always));
                return $"{input.Failure.Type} {output.Failure.Type}";
            }),
            Play,
            None.Value);

        Assert.Equal($"{FailureTypes.Unreadable} {FailureTypes.Unreadable}", Output<string>(ended));
    }

    [Fact, Trait("Behaviour", "54")]
    public async Task Wait_SignalOfAnotherShape_FailsThatWaitAndCountsAsTaken()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            var caught = await Assert.ThrowsAsync<StepFailedException>(() => context.WaitAsync(Number));
            return $"{caught.Step} {caught.Failure.Type} {(await context.WaitAsync(Number))!.Payload}";
        }));
        await StartAsync(Play, "one", None.Value);
        await SignalAsync("one", new Signal<string>("number"), "no number");
        await SignalAsync("one", Number, 5);

        Assert.Equal($"number {FailureTypes.Unreadable} 5", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "54")]
    public async Task Run_ChildOutputOfAnotherShape_FailsThatCall()
    {
        var ended = await RunAsync(
            Registry()
                .Add(Child, (_, text) => Task.FromResult(text))
                .Add(Play, async (context, _) =>
                    (await Assert.ThrowsAsync<StepFailedException>(() => context.RunAsync(new Workflow<string, int>("child"), "kid", "no number"))).Failure.Type),
            Play,
            None.Value);

        Assert.Equal(FailureTypes.Unreadable, Output<string>(ended));
    }

    private Task<InstanceStatus> CarriedAsync(Everything everything)
    {
        var pass = new Activity<Everything, Everything>("pass 🚀 'quoted'");
        return RunAsync(
            new WorkflowRegistry().Add(pass, (_, value) => Task.FromResult(value)).Add(Carry, (context, value) => context.CallAsync(pass, value)), Carry, everything);
    }

    private sealed record Everything(
        string Text, byte[] Bytes, Dictionary<string, decimal> Amounts, double[] Numbers, long Long, DateTimeOffset At, TimeSpan Span)
    {
        public static Everything Odd { get; } = new(
            "NUL \0 bell \a RTL \u202Eabc pair 🚀 combining e\u0301 BOM \uFEFF line \u2028 quotes \"'`",
            [.. Enumerable.Range(0, 256).Select(number => (byte)number)],
            new Dictionary<string, decimal> { ["ключ \0 🗝"] = 79228162514264337593543950335m, ["small"] = 0.0000000001m },
            [double.NaN, double.PositiveInfinity, -0.0, double.Epsilon, double.MaxValue, 0.1],
            long.MinValue,
            DateTimeOffset.MaxValue,
            TimeSpan.FromTicks(1));
    }
}
