using Optimizer.Domain.Plays;
using Optimizer.Tests.Connectors;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Workflows.Ports;

/// <summary>What every channel that keeps its settings itself must do.</summary>
public abstract class ChannelLaws
{
    protected static Play Play { get; } = SamplePlay.Of();

    protected static DateTimeOffset At => SamplePlay.Start;

    [Fact]
    public async Task Apply_SameKeyAgain_ChangesNothing()
    {
        var channel = Open();
        var variable = Play.Variables[0];

        await channel.ApplyAsync(Play, variable, new(variable.Key, "1"), At, "k1", default);
        await channel.ApplyAsync(Play, variable, new(variable.Key, "2"), At, "k2", default);
        await channel.ApplyAsync(Play, variable, new(variable.Key, "1"), At, "k1", default);

        Assert.Equal("2", (await channel.ReadAsync(Play, variable, default))!.Json);
    }

    [Fact]
    public async Task Read_NeverApplied_IsAsTheDefinitionSays()
    {
        var (channel, variable) = (Open(), Play.Variables[0]);

        Assert.Equal("\"old\"", (await channel.ReadAsync(Play, variable with { Current = "\"old\"" }, default))!.Json);
        Assert.Equal("null", (await channel.ReadAsync(Play, variable, default))!.Json);
        Assert.Null(await channel.ReadAsync(Play, variable with { Actuator = null }, default));
    }

    [Fact]
    public async Task Apply_OnePlayAndVariable_LeavesTheOthers()
    {
        var channel = Open();
        await channel.ApplyAsync(Play, Play.Variables[0], new(Play.Variables[0].Key, "\"é 漢\""), At, "k1", default);

        Assert.Equal("\"é 漢\"", (await channel.ReadAsync(Play, Play.Variables[0] with { Current = "0" }, default))!.Json);
        Assert.Equal("0", (await channel.ReadAsync(Play, Play.Variables[1] with { Current = "0" }, default))!.Json);
        Assert.Equal("0", (await channel.ReadAsync(SamplePlay.Of("other"), Play.Variables[0] with { Current = "0" }, default))!.Json);
    }

    [Fact]
    public async Task Apply_SettingOfAnotherVariable_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Open().ApplyAsync(Play, Play.Variables[0], new(Play.Variables[1].Key, "1"), At, "k", default));

    [Fact]
    [Trait("Req", "S0-035")]
    public void CanChange_WithoutActuator_IsFalse()
    {
        Assert.True(Open().CanChange(Play, Play.Variables[0]));
        Assert.False(Open().CanChange(Play, Play.Variables[0] with { Actuator = null }));
    }

    protected abstract IVariableChannel Open();
}
