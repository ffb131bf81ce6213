using System.Runtime.CompilerServices;

namespace Optimizer.Benchmarks;

/// <summary>The committed results beside this project.</summary>
internal static class Results
{
    public static void Write(string name, string page)
    {
        var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "results");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), page);
        Console.Error.WriteLine($"written: results/{name}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
