using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Functions.Blobs;
using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Tests;

/// <summary>The storage emulator that tests talk to. Every test makes tables and containers of its own, and shares the emulator with others.</summary>
internal static class Azurite
{
    /// <summary>Holds the connection string.</summary>
    public const string Variable = "OPTIMIZER_AZURITE";

    public const string Meaning = "the connection string of an Azurite with blobs and tables";

    public static string? SkipReason => ConnectionString is null ? $"{Variable} is not set: {Meaning}" : null;

    private static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null;

    public static async Task<TableClient> TableAsync(TableClientOptions? options = null)
    {
        var name = "t" + Guid.NewGuid().ToString("n");
        await new TableServiceClient(ConnectionString).CreateTableAsync(name);
        return Table(name, options);
    }

    /// <summary>Another client of a table that is there.</summary>
    public static TableClient Table(string name, TableClientOptions? options = null) => new(ConnectionString, name, options ?? new());

    public static async Task<BlobContainerClient> ContainerAsync()
    {
        var container = Container("c" + Guid.NewGuid().ToString("n"));
        await container.CreateAsync();
        return container;
    }

    /// <summary>Another client of a container that is there.</summary>
    public static BlobContainerClient Container(string name, BlobClientOptions? options = null) => new(ConnectionString, name, options ?? new());

    public static async Task<RowTable> RowTableAsync() => new(await TableAsync(), new LargeTexts(await ContainerAsync()));
}
