using Optimizer.Connectors.Memory;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Memory;

public class MemoryWorldTests
{
    private static readonly Play Play = SamplePlay.Of();
    private static readonly DateTimeOffset At = SamplePlay.Start;

    [Fact]
    public async Task Put_SameKeyAgain_ChangesNothing()
    {
        var flags = new MemoryFlags();
        var first = Flag(0.5);
        await flags.PutAsync(first, At, "k1", default);
        await flags.PutAsync(Flag(0.1), At, "k2", default);
        await flags.PutAsync(first, At, "k1", default);

        Assert.Equal(Flag(0.1), await flags.FindAsync("p-1", default));
    }

    [Fact]
    public async Task Remove_TwiceAndOfNone_LeavesNoFlag()
    {
        var flags = new MemoryFlags();
        await flags.RemoveAsync("p-1", At, "k0", default);
        await flags.PutAsync(Flag(0.5), At, "k1", default);
        await flags.RemoveAsync("p-1", At, "k2", default);
        await flags.RemoveAsync("p-1", At, "k2", default);
        await flags.PutAsync(Flag(0.5), At, "k1", default);

        Assert.Null(await flags.FindAsync("p-1", default));
    }

    [Fact]
    public async Task Apply_SameKeyAgain_ChangesNothing()
    {
        var channel = new MemoryChannel();
        var variable = Play.Variables[0] with { Current = "\"old\"" };
        Assert.Equal("\"old\"", (await channel.ReadAsync(Play, variable, default))!.Json);

        await channel.ApplyAsync(Play, variable, new(variable.Key, "1"), At, "k1", default);
        await channel.ApplyAsync(Play, variable, new(variable.Key, "2"), At, "k2", default);
        await channel.ApplyAsync(Play, variable, new(variable.Key, "1"), At, "k1", default);

        Assert.Equal("2", (await channel.ReadAsync(Play, variable, default))!.Json);
    }

    [Fact]
    public async Task Apply_SettingOfAnotherVariable_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => new MemoryChannel().ApplyAsync(Play, Play.Variables[0], new(Play.Variables[1].Key, "1"), At, "k", default));

    [Fact]
    [Trait("Req", "S0-035")]
    public void CanChange_WithoutActuatorOrLeave_IsFalse()
    {
        Assert.True(new MemoryChannel().CanChange(Play, Play.Variables[0]));
        Assert.False(new MemoryChannel().CanChange(Play, Play.Variables[0] with { Actuator = null }));
        Assert.False(new MemoryChannel(() => false).CanChange(Play, Play.Variables[0]));
    }

    private static FlagState Flag(double variant) =>
        new("p-1", "p", true, [1 - variant, variant], [new("cta", "\"a\""), new("cta", "\"b\"")]);
}
