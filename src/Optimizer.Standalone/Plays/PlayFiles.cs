using System.Text;
using Optimizer.Connectors.Files;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Plays;

/// <summary>Definitions as they stand in files and folders.</summary>
/// <param name="Plays">Those that are right, in the order of the paths.</param>
/// <param name="Problems">What is wrong with the others.</param>
internal sealed record PlayFiles(IReadOnlyList<FoundPlay> Plays, IReadOnlyList<DefinitionProblem> Problems)
{
    // A file of a thousand plays has 5 MB.
    private const long LongestFile = 64L << 20;
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads files, and all of a folder that end in .yaml, .yml or .json; a policy among them is left out.</summary>
    /// <exception cref="FileFaultException">A path is not there, or a folder holds no definition.</exception>
    public static PlayFiles Read(IReadOnlyList<string> paths)
    {
        var plays = new List<FoundPlay>();
        var problems = new List<DefinitionProblem>();
        var seen = new Dictionary<string, FoundPlay>(StringComparer.Ordinal);
        foreach (var file in paths.SelectMany(Files).Distinct(StringComparer.Ordinal))
        {
            var read = ReadFile(file);
            problems.AddRange(read.Problems);
            foreach (var document in read.Plays)
            {
                var found = new FoundPlay(document, file);
                if (seen.TryGetValue(document.Play.Slug, out var other))
                {
                    problems.Add(new(file, document.Line, "slug", $"is '{document.Play.Slug}', as of {other.File}:{other.Document.Line}; each play must have another"));
                    continue;
                }

                seen.Add(document.Play.Slug, found);
                plays.Add(found);
            }
        }

        return new(plays, problems);
    }

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new FileFaultException(path, null, null, "there is no such file or folder");
        }

        List<string> found;
        try
        {
            found = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsDefinition).Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FileFaultException(path, null, null, $"the folder cannot be read: {fault.Message}", fault);
        }

        return found.Count > 0 ? found : throw new FileFaultException(path, null, null, "the folder holds no .yaml, .yml or .json file");
    }

    private static bool IsDefinition(string path) =>
        Endings.Contains(Path.GetExtension(path).ToLowerInvariant(), StringComparer.Ordinal)
        && !Path.GetFileNameWithoutExtension(path).Equals("policy", StringComparison.OrdinalIgnoreCase);

    // What cannot be read is said beside the problems of the other files, and hides none.
    private static PlayFile ReadFile(string file)
    {
        try
        {
            if (new FileInfo(file).Length > LongestFile)
            {
                return Unreadable(file, $"the file is larger than {LongestFile >> 20} MB; split it");
            }

            using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true);
            return PlayFile.Read(reader.ReadToEnd(), file);
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(file, "is not text in UTF-8; save it as UTF-8");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unreadable(file, $"cannot be read: {fault.Message}");
        }
    }

    private static PlayFile Unreadable(string file, string problem) => new([], [new(file, 1, "", problem)]);
}
