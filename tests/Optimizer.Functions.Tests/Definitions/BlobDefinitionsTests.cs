using Azure.Storage.Blobs;
using Optimizer.Functions.Definitions;
using Optimizer.Functions.Tests.Kit;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Functions.Tests.Definitions;

/// <summary>Definitions from a container come into force when they change; what is wrong stays out and is said once.</summary>
public class BlobDefinitionsTests
{
    [AzuriteFact]
    public async Task Look_AtDefinitionsAndAPolicy_BringsThemIntoForceOnce()
    {
        await using var kit = await HostKit.OpenAsync();
        var container = await Azurite.ContainerAsync();
        await PutAsync(container, "team/onboarding.yaml", PlayText.Sample);
        await PutAsync(container, "policy.yaml", PlayText.Policy);
        await PutAsync(container, "notes.txt", "nothing");

        Assert.Empty(await new BlobDefinitions(container, kit.World, kit.Clock).LookAsync(default));
        Assert.Empty(await new BlobDefinitions(container, kit.World, kit.Clock).LookAsync(default));

        Assert.Equal([PlayText.Slug], await kit.World.Plays.ListAsync(default));
        Assert.Equal(PlayText.Policy, (await kit.World.Plays.FindAsync(PlayTerms.PolicyName, default))!.Text);
        Assert.NotNull(await kit.Engine.StatusAsync(LoopNames.PlayId(PlayText.Slug)));
    }

    [AzuriteFact]
    public async Task Look_AtWhatIsWrong_SaysItOncePerChange()
    {
        await using var kit = await HostKit.OpenAsync();
        var container = await Azurite.ContainerAsync();
        var definitions = new BlobDefinitions(container, kit.World, kit.Clock);
        await PutAsync(container, "broken.yaml", "slug: [");
        await container.GetBlobClient("bytes.yaml").UploadAsync(BinaryData.FromBytes(new byte[] { 0xff, 0xfe, 0xfd }));

        Assert.Equal(2, (await definitions.LookAsync(default)).Count);
        Assert.Empty(await definitions.LookAsync(default));
        await PutAsync(container, "broken.yaml", "slug: {");
        Assert.Single(await definitions.LookAsync(default));
        Assert.Empty(await kit.World.Plays.ListAsync(default));
    }

    private static async Task PutAsync(BlobContainerClient container, string name, string text) => await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
}
