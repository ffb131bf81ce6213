using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every channel that keeps its settings itself must do.</summary>
public abstract class ChannelLaws
{
    protected static Play Play { get; } = Of("onboarding");

    protected static DateTimeOffset At => LedgerSamples.Start;

    [StoreFact]
    public async Task Apply_SameKeyAgain_ChangesNothing()
    {
        var channel = Open();
        var variable = Play.Variables[0];

        await channel.ApplyAsync(Play, variable, new(variable.Key, "1"), At, "k1", default);
        await channel.ApplyAsync(Play, variable, new(variable.Key, "2"), At, "k2", default);
        await channel.ApplyAsync(Play, variable, new(variable.Key, "1"), At, "k1", default);

        Assert.Equal("2", (await channel.ReadAsync(Play, variable, default))!.Json);
    }

    [StoreFact]
    public async Task Read_NeverApplied_IsAsTheDefinitionSays()
    {
        var (channel, variable) = (Open(), Play.Variables[0]);

        Assert.Equal("\"old\"", (await channel.ReadAsync(Play, variable with { Current = "\"old\"" }, default))!.Json);
        Assert.Equal("null", (await channel.ReadAsync(Play, variable, default))!.Json);
        Assert.Null(await channel.ReadAsync(Play, variable with { Actuator = null }, default));
    }

    [StoreFact]
    public async Task Apply_OnePlayAndVariable_LeavesTheOthers()
    {
        var channel = Open();
        await channel.ApplyAsync(Play, Play.Variables[0], new(Play.Variables[0].Key, "\"é 漢\""), At, "k1", default);

        Assert.Equal("\"é 漢\"", (await channel.ReadAsync(Play, Play.Variables[0] with { Current = "0" }, default))!.Json);
        Assert.Equal("0", (await channel.ReadAsync(Play, Play.Variables[1] with { Current = "0" }, default))!.Json);
        Assert.Equal("0", (await channel.ReadAsync(Of("other"), Play.Variables[0] with { Current = "0" }, default))!.Json);
    }

    [StoreFact]
    public async Task Apply_SettingOfAnotherVariable_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Open().ApplyAsync(Play, Play.Variables[0], new(Play.Variables[1].Key, "1"), At, "k", default));

    [StoreFact]
    [Trait("Req", "S0-035")]
    public void CanChange_WithoutActuator_IsFalse()
    {
        Assert.True(Open().CanChange(Play, Play.Variables[0]));
        Assert.False(Open().CanChange(Play, Play.Variables[0] with { Actuator = null }));
    }

    protected abstract IVariableChannel Open();

    private static Play Of(string slug) => new()
    {
        Slug = slug,
        Name = slug,
        Channels = ["email"],
        Kpis = [],
        Monitor = new() { TimeZone = "UTC" },
        Variables = [new("subject_line", "simulated", true, null), new("cta", "simulated", true, null)],
        Experiment = new(),
        Limits = new(),
        Convergence = new(),
        Report = new(),
    };
}
