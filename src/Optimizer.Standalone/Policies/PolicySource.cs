using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Policies;

/// <summary>Where the policy commands find policies and plays: files that are named, else what the data directory holds.</summary>
/// <param name="dataDirectory">Full path; need not exist.</param>
internal sealed class PolicySource(string dataDirectory)
{
    // Far above what is read of a document; a larger file is a mistake.
    private const long LargestFile = 16 * 1024 * 1024;
    private const string PolicyName = "policy";

    private string RecordsFile => Path.Combine(dataDirectory, RecordOptions.FileName);

    /// <summary>The policy of the file; without one the policy in force, and without that the built-in defaults.</summary>
    public async Task<PolicyBook> PolicyAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            return Parse(ReadText(file), file);
        }

        using var store = OpenIfThere();
        return store is not null && await store.Plays.FindAsync(PolicyName, cancellationToken) is { } stored
            ? Parse(stored.Text, stored.File)
            : PolicyBook.Defaults;
    }

    /// <summary>A play from a file of definitions, or by its slug from the data directory; null when only a policy knows the slug.</summary>
    public async Task<(string Slug, Play? Play)> PlayAsync(string fileOrSlug, PolicyBook book, CancellationToken cancellationToken)
    {
        if (File.Exists(fileOrSlug))
        {
            var plays = Plays(ReadText(fileOrSlug), fileOrSlug);
            return plays is [var only]
                ? (only.Slug, only)
                : throw new PolicyReadException([$"{fileOrSlug}: holds {plays.Count} plays; name a file with one"], ExitCode.BadInput);
        }

        using var store = OpenIfThere();
        var stored = store is null ? null : await store.Plays.FindAsync(fileOrSlug, cancellationToken);
        return stored is not null && fileOrSlug != PolicyName ? (fileOrSlug, Plays(stored.Text, stored.File).SingleOrDefault())
            : book.Scopes.Any(scope => scope.Plays.Any(pattern => PagePattern.Overlap(pattern, fileOrSlug))) ? (fileOrSlug, null)
            : throw new PolicyReadException(
                [$"there is no file '{fileOrSlug}', no play of that name in {dataDirectory}, and no scope of the policy names it"], ExitCode.NotFound);
    }

    /// <summary>All plays of the data directory; empty without one. Definitions that no longer read are left out.</summary>
    public async Task<IReadOnlyList<Play>> PlaysAsync(CancellationToken cancellationToken)
    {
        using var store = OpenIfThere();
        return store is null ? [] : await PlaysAsync(store.Plays, cancellationToken);
    }

    public static async Task<IReadOnlyList<Play>> PlaysAsync(IPlayStore store, CancellationToken cancellationToken)
    {
        var plays = new List<Play>();
        foreach (var name in await store.ListAsync(cancellationToken))
        {
            if (await store.FindAsync(name, cancellationToken) is { } stored)
            {
                plays.AddRange(PlayFile.Read(stored.Text, stored.File).Plays.Select(document => document.Play).Where(play => play.Slug == name));
            }
        }

        return plays;
    }

    /// <summary>The records, to read.</summary>
    public RecordStore Records() => OpenIfThere()
        ?? throw new PolicyReadException([$"{RecordsFile}: there are no records; --data names the directory of an install"], ExitCode.NotFound);

    /// <summary>Plays of a file named by the user.</summary>
    public static IReadOnlyList<Play> PlaysOf(string file) => Plays(ReadText(file), file);

    private static IReadOnlyList<Play> Plays(string text, string file)
    {
        var read = PlayFile.Read(text, file);
        return read.Problems.Count == 0
            ? [.. read.Plays.Select(document => document.Play)]
            : throw new PolicyReadException([.. read.Problems.Select(problem => problem.ToString())], ExitCode.BadInput);
    }

    private static PolicyBook Parse(string text, string file)
    {
        var read = PolicyFile.Read(text, file);
        return read.Policy ?? throw new PolicyReadException([.. read.Problems.Select(problem => problem.ToString())], ExitCode.BadInput);
    }

    private static string ReadText(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: > LargestFile }
                ? throw new PolicyReadException([$"{file}: is larger than {LargestFile / 1024 / 1024} MB; a policy or play is a page or two"], ExitCode.BadInput)
                : File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PolicyReadException([$"{file}: cannot be read: {fault.Message}"], ExitCode.BadInput);
        }
    }

    private RecordStore? OpenIfThere()
    {
        try
        {
            return File.Exists(RecordsFile) ? RecordStore.OpenToRead(RecordsFile, new RecordOptions()) : null;
        }
        catch (RecordFileException fault)
        {
            throw new PolicyReadException([fault.Message], ExitCode.UpstreamFailure);
        }
    }
}
