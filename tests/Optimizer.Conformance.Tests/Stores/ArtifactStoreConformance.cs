namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Pages: the last text of a path, and no path that leads out.</summary>
public abstract class ArtifactStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    [StoreFact]
    public async Task WriteAsync_PathAgain_HoldsTheLastText()
    {
        await Stores.Artifacts.WriteAsync("cards/onboarding-1.md", "old", default);
        await Stores.Artifacts.WriteAsync("cards/onboarding-1.md", "new\0ünd", default);

        Assert.Equal("new\0ünd", await Stores.Artifacts.ReadAsync("cards/onboarding-1.md", default));
        Assert.Null(await Stores.Artifacts.ReadAsync("cards/onboarding-2.md", default));
    }

    [StoreTheory]
    [InlineData("cards", "cards/a_b.md cards/b.md")]
    [InlineData("cards/", "cards/a_b.md cards/b.md")]
    [InlineData("card", "")]
    [InlineData("", "cards/a_b.md cards/b.md cardsx/c.md playbook.md")]
    public async Task ListAsync_Folder_GivesPathsUnderItInOrder(string folder, string expected)
    {
        foreach (var path in new[] { "cards/b.md", "playbook.md", "cards/a_b.md", "cardsx/c.md" })
        {
            await Stores.Artifacts.WriteAsync(path, path, default);
        }

        Assert.Equal(expected, string.Join(' ', await Stores.Artifacts.ListAsync(folder, default)));
    }

    [StoreTheory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../outside.md")]
    [InlineData("cards/../../outside.md")]
    [InlineData("cards//x.md")]
    [InlineData("cards\\x.md")]
    [InlineData("C:/x.md")]
    [InlineData("cards/x\n.md")]
    public async Task WriteAsync_PathThatLeadsOut_IsRefused(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Stores.Artifacts.WriteAsync(path, "text", default));
    }
}
