using Optimizer.Embedded.Records;

namespace Optimizer.Tests.Embedded.Records;

/// <summary>A folder for a file of records.</summary>
public sealed class RecordFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("optimizer-records").FullName;

    public string File => Path.Combine(Folder, RecordOptions.FileName);

    public RecordStore Open(bool durable = false) => RecordStore.Open(File, new() { Durable = durable });

    public static RecordStore InMemory() => RecordStore.Open(null, new());

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
