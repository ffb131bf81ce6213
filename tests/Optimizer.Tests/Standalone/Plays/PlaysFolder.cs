using System.Text;

namespace Optimizer.Tests.Standalone.Plays;

/// <summary>A folder for definitions, gone when the test is.</summary>
internal sealed class PlaysFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("optimizer-plays-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
