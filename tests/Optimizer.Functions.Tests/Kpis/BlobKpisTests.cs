using Azure.Storage.Blobs;
using Optimizer.Connectors.Files;
using Optimizer.Domain.Plays;
using Optimizer.Functions.Kpis;
using Optimizer.Functions.Tests.Kit;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Functions.Tests.Kpis;

/// <summary>Figures from a container: read as from a folder, and again when they change.</summary>
public sealed class BlobKpisTests : IDisposable
{
    private static readonly DateOnly Last = new(2026, 1, 10);

    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-kpis-").FullName;
    private readonly Play _play = PlayFile.Read(PlayText.Sample, "f").Plays[0].Play;

    private string Key => _play.Primary.First(kpi => kpi.Measure.IsTracked).Key;

    [AzuriteFact]
    public async Task Read_OfABlobThatChanges_ShowsWhatItHoldsNow()
    {
        var (kpis, container) = await OpenAsync();
        await PutAsync(container, $"date,{Key}\n2026-01-01,0.5\n");
        Assert.Equal([0.5], await ReadAsync(kpis));
        await PutAsync(container, $"date,{Key}\n2026-01-01,0.5\n2026-01-02,0.25\n");
        Assert.Equal([0.5, 0.25], await ReadAsync(kpis));
        await container.DeleteBlobAsync($"{_play.Slug}.csv");
        Assert.Empty(await ReadAsync(kpis));
    }

    [AzuriteFact]
    public async Task Fault_WithoutABlob_NamesTheBlobAndNoFileOfThisMachine()
    {
        var (kpis, container) = await OpenAsync();
        var fault = await kpis.FaultAsync(_play, Last, default);
        Assert.Contains($"blob {container.Name}/{_play.Slug}.csv", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, fault, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Read_OfNonsense_NamesBlobAndLine()
    {
        var (kpis, container) = await OpenAsync();
        await PutAsync(container, $"date,{Key}\n2026-01-01,many\n");
        var fault = await Assert.ThrowsAsync<FileFaultException>(() => ReadAsync(kpis));
        Assert.StartsWith($"blob {container.Name}/{_play.Slug}.csv:2: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(BlobKpis Kpis, BlobContainerClient Container)> OpenAsync()
    {
        var container = await Azurite.ContainerAsync();
        return (new(container, _folder, TimeProvider.System), container);
    }

    private async Task PutAsync(BlobContainerClient container, string text) => await container.GetBlobClient($"{_play.Slug}.csv").UploadAsync(BinaryData.FromString(text), overwrite: true);

    private async Task<IReadOnlyList<double?>> ReadAsync(BlobKpis kpis) =>
        [.. (await kpis.ReadAsync(_play, _play.Kpis.First(kpi => kpi.Key == Key), new(2026, 1, 1), Last, default)).Select(point => point.Value)];
}
