namespace Optimizer.EndToEnd.Tests.World;

/// <summary>Tests that share one served demo and one browser, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedCockpit : ICollectionFixture<ServedWorld>
{
    public const string Name = "cockpit";
}
