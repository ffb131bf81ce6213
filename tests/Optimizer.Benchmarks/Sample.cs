using System.Runtime.CompilerServices;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Benchmarks;

/// <summary>The plays under samples/, as anybody gets them.</summary>
internal static class Sample
{
    /// <summary>In the order of their files' names.</summary>
    public static IReadOnlyList<PlayDocument> Plays()
    {
        var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "samples", "plays");
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => PlayFile.Read(File.ReadAllText(file), Path.GetFileName(file))).ToList();
        return files.SelectMany(file => file.Problems).FirstOrDefault() is { } problem
            ? throw new InvalidOperationException($"a sample play cannot be read: {problem}")
            : [.. files.SelectMany(file => file.Plays)];
    }

    /// <summary>So many plays: the samples over and over, those of each round under a prefix of their own such as s17-.</summary>
    public static IReadOnlyList<PlayDocument> Many(int count)
    {
        var samples = Plays();
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var (play, slug) = (samples[at % samples.Count], samples[at % samples.Count].Play.Slug);
            var text = play.Text.Replace($"slug: {slug}", $"slug: s{(at / samples.Count) + 1}-{slug}", StringComparison.Ordinal);
            return PlayFile.Read(text, $"{slug}.yaml") is { Problems.Count: 0, Plays: [var copy] } && copy.Play.Slug != slug
                ? copy
                : throw new InvalidOperationException($"no copy of {slug} can be made");
        })];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
