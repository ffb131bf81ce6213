using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Plays;
using static Optimizer.Testing.RecordSamples;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Workflows.Plays;

public class LiveSettingsTests
{
    private const string Variables = """
        {"key": "headline", "actuator": "web", "current": "Old"}, {"key": "cta", "actuator": "web"}, {"key": "mood"}, {"key": "price", "current": {"eur": 9.50}}
        """;

    [Fact]
    public async Task Read_Play_TellsWhatIsLiveInTheOrderOfItsDefinition()
    {
        using var store = InMemory();
        await store.Plays.PutAsync("p", SmallDefinition.Of(Variables), "p.json", Start, default);
        var terms = new TermsReader(store.Plays);
        var play = (await terms.InForceAsync("p", default)).Play;
        await store.Channel.ApplyAsync(play, play.Variables[1], new("cta", "\"Go\""), Start, "k1", default);

        var live = await new LiveSettings(store.Channel, store.Plays, terms).ReadAsync("p", default);

        Assert.Equal(["headline", "cta", "price"], live!.Select(setting => setting.Variable));
        Assert.Equal(["\"Old\"", "\"Go\"", play.Variables[3].Current], live!.Select(setting => setting.Json));
    }

    [Fact]
    public async Task Read_UnknownPlay_IsNull()
    {
        using var store = InMemory();

        Assert.Null(await new LiveSettings(store.Channel, store.Plays, new(store.Plays)).ReadAsync("p", default));
    }
}
