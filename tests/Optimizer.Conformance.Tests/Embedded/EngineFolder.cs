namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>A folder of its own for one engine's file, deleted at the end.</summary>
internal sealed class EngineFolder
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-engine-");

    public string File => Path.Combine(_folder.FullName, "engine.db");

    public void Delete() => _folder.Delete(recursive: true);
}
