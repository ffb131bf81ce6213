using System.Text.Json;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Demo;

/// <summary>The records of one short demo, for all tests that only read them.</summary>
public sealed class DemoRecords : IDisposable
{
    public DemoRecords()
    {
        Ran = Run(Folder);
        Document = JsonDocument.Parse(Ran.Output).RootElement.Clone();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("optimizer-demo-").FullName;

    public JsonElement Document { get; }

    internal Ran Ran { get; }

    internal static Ran Run(string folder, params string[] more) =>
        Ran.Of(["demo", "--weeks", "6", "--plays", "3", "--no-serve", "--json", "--data", folder, .. more]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
