using Azure;
using Optimizer.Functions.Blobs;
using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Tests.Tables;

public class RowTableTests
{
    [AzuriteFact]
    public async Task TryAdd_KeyThatIsThere_IsRefusedAndChangesNothing()
    {
        var rows = await Azurite.RowTableAsync();

        Assert.True(await rows.TryAddAsync("p", "k", "first", default));
        Assert.False(await rows.TryAddAsync("p", "k", "second", default));

        Assert.Equal("first", (await rows.FindAsync("p", "k", default))!.Text);
        Assert.Null(await rows.FindAsync("p", "K", default));
        Assert.Null(await rows.FindAsync("q", "k", default));
    }

    [AzuriteFact]
    public async Task TryReplace_ChangedOrRemovedMeanwhile_IsRefused()
    {
        var rows = await Azurite.RowTableAsync();
        await rows.PutAsync("p", "k", "first", default);
        var read = (await rows.FindAsync("p", "k", default))!;

        Assert.True(await rows.TryReplaceAsync(read, "second", default));
        Assert.False(await rows.TryReplaceAsync(read, "third", default));
        Assert.Equal("second", (await rows.FindAsync("p", "k", default))!.Text);
        await rows.RemoveAsync("p", "k", default);
        await rows.RemoveAsync("p", "k", default);
        Assert.False(await rows.TryReplaceAsync(read, "fourth", default));
    }

    [AzuriteFact]
    public async Task TryWrite_OneChangeRefused_WritesNone()
    {
        var rows = await Azurite.RowTableAsync();
        await rows.PutAsync("p", "a", "1", default);
        var a = (await rows.FindAsync("p", "a", default))!;

        Assert.False(await rows.TryWriteAsync("p", [new("b", "new"), new("a", "again")], default));
        Assert.False(await rows.TryWriteAsync("p", [new("b", "new"), RowChange.Remove("absent")], default));
        Assert.True(await rows.TryWriteAsync("p", [new("b", "new"), new("a", "2", a.Tag)], default));
        Assert.False(await rows.TryWriteAsync("p", [new("c", "new"), new("a", "3", a.Tag)], default));
        Assert.True(await rows.TryWriteAsync("p", [RowChange.Remove("b"), new("a", "4", ETag.All)], default));
        Assert.True(await rows.TryWriteAsync("p", [], default));

        Assert.Equal(["a4"], (await rows.ReadAsync("p", null, null, default).ToListAsync()).Select(row => row.Key + row.Text));
    }

    [AzuriteFact]
    public async Task TryWrite_AsMuchAsItTakes_IsOneBatch()
    {
        var rows = await Azurite.RowTableAsync();

        // The quotation mark is what JSON makes most of.
        var text = new string('"', RowTable.MostCharacters / RowTable.MostChanges);
        RowChange[] changes = [.. Enumerable.Range(0, RowTable.MostChanges).Select(number => new RowChange(RowKeys.Of(number), text))];

        Assert.True(await rows.TryWriteAsync("p", changes, default));
        Assert.Equal(RowTable.MostChanges, await rows.ReadAsync("p", null, null, default).Where(row => row.Text == text).CountAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => rows.TryWriteAsync("q", [.. changes, new("x", "")], default));
        await Assert.ThrowsAsync<ArgumentException>(() => rows.TryWriteAsync("q", [.. changes[1..], new("x", text + "x")], default));
    }

    [AzuriteTheory]
    [InlineData(0)]
    [InlineData(30 * 1024)]
    [InlineData((30 * 1024) + 1)]
    [InlineData(300_000)]
    public async Task Put_TextOfAnyLength_ComesBackWhole(int length)
    {
        var rows = await Azurite.RowTableAsync();
        var text = new string('é', length);
        await rows.PutAsync("p", "k", text, default);
        await rows.PutAsync("p", "again", text, default);

        Assert.Equal(text, (await rows.FindAsync("p", "k", default))!.Text);
        Assert.Equal(text, (await rows.FindAsync("p", "again", default))!.Text);
    }

    [AzuriteFact]
    public async Task Read_MoreThanOnePage_IsInTheOrderOfKeys()
    {
        var rows = await Azurite.RowTableAsync();
        for (var from = 0; from < 1200; from += 100)
        {
            await rows.TryWriteAsync("p", [.. Enumerable.Range(from, 100).Select(number => new RowChange(RowKeys.Under("n") + RowKeys.Of(number), $"{number}"))], default);
        }

        await rows.PutAsync("p", "m", "before", default);
        await rows.PutAsync("p", "n", "before", default);
        await rows.PutAsync("p", "nn", "behind", default);

        Assert.Equal(Enumerable.Range(0, 1200), (await rows.ReadAsync("p", RowKeys.Under("n"), default).ToListAsync()).Select(row => int.Parse(row.Text)));
        Assert.Equal(["7", "8"], (await rows.ReadAsync("p", RowKeys.Under("n") + RowKeys.Of(7), RowKeys.Under("n") + RowKeys.Of(9), default).ToListAsync()).Select(row => row.Text));
    }

    [AzuriteFact]
    public async Task AnyWrite_TableThatIsNotThere_Throws()
    {
        var rows = new RowTable(Azurite.Table("t" + Guid.NewGuid().ToString("n")), new LargeTexts(await Azurite.ContainerAsync()));

        await Assert.ThrowsAsync<RequestFailedException>(() => rows.TryAddAsync("p", "k", "", default));
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => rows.TryWriteAsync("p", [new("k", "")], default));
        await Assert.ThrowsAsync<RequestFailedException>(() => rows.PutAsync("p", "k", "", default));
    }
}
