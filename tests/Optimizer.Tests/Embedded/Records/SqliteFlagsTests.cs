using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Embedded.Records;

public sealed class SqliteFlagsTests
{
    private static readonly FlagState Flag = new("p-1", "p", true, [0.5, 0.5], [new("cta", "\"a\""), new("cta", "\"b\"")]);

    [Fact]
    public async Task Find_FileOpenedAgain_IsAsItWas()
    {
        var at = DateTimeOffset.UnixEpoch;
        using var folder = new RecordFolder();
        using (var store = folder.Open())
        {
            await store.Flags.PutAsync(Flag, at, "k1", default);
        }

        using var again = folder.Open();
        await again.Flags.PutAsync(Flag with { Weights = [0.9, 0.1] }, at, "k1", default);
        Assert.Equal(Flag, await again.Flags.FindAsync("p-1", default));
    }
}
