using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public class ArtifactStoreTests
{
    [Fact]
    public async Task WriteAsync_PathAgain_HoldsTheLastText()
    {
        using var store = InMemory();
        await store.Artifacts.WriteAsync("cards/onboarding-1.md", "old", default);
        await store.Artifacts.WriteAsync("cards/onboarding-1.md", "new\0ünd", default);

        Assert.Equal("new\0ünd", await store.Artifacts.ReadAsync("cards/onboarding-1.md", default));
        Assert.Null(await store.Artifacts.ReadAsync("cards/onboarding-2.md", default));
    }

    [Theory]
    [InlineData("cards", "cards/a_b.md cards/b.md")]
    [InlineData("cards/", "cards/a_b.md cards/b.md")]
    [InlineData("card", "")]
    [InlineData("", "cards/a_b.md cards/b.md cardsx/c.md playbook.md")]
    public async Task ListAsync_Folder_GivesPathsUnderItInOrder(string folder, string expected)
    {
        using var store = InMemory();
        foreach (var path in new[] { "cards/b.md", "playbook.md", "cards/a_b.md", "cardsx/c.md" })
        {
            await store.Artifacts.WriteAsync(path, path, default);
        }

        Assert.Equal(expected, string.Join(' ', await store.Artifacts.ListAsync(folder, default)));
    }

    [Theory]
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
        using var store = InMemory();

        await Assert.ThrowsAsync<ArgumentException>(() => store.Artifacts.WriteAsync(path, "text", default));
    }
}
