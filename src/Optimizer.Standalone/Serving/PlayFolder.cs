using System.Text;
using Optimizer.Connectors.Files;
using Optimizer.Standalone.Loop;
using Optimizer.Standalone.Plays;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Serving;

/// <summary>
/// Brings the definitions of a folder, and a policy file, into force: at the start and whenever they change. What is wrong stays out
/// and is said; what was in force goes on.
/// </summary>
internal sealed class PlayFolder(LocalLoop loop, string? plays, string? policy, Action<string> say) : IDisposable
{
    private const int MostAtOnce = 16;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<WatchedFolder> _watched = [];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>What is wrong now, one line each.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Reads all there is, and from then on whatever changes.</summary>
    public async Task BeginAsync(TimeProvider clock)
    {
        await ReloadAsync();
        foreach (var path in new[] { plays, policy }.OfType<string>())
        {
            _watched.Add(new(path, clock, () => _ = ReloadAsync()));
        }
    }

    public void Dispose()
    {
        _watched.ForEach(watched => watched.Dispose());
        _one.Dispose();
    }

    // What is in force is served whatever is wrong with the files: it is said, and the next change of one brings another try.
    private async Task ReloadAsync()
    {
        try
        {
            await LoadAsync();
        }
        catch (Exception fault)
        {
            say($"definitions could not be brought into force, and those before stay: {fault.Message}");
        }
    }

    private async Task LoadAsync()
    {
        await _one.WaitAsync();
        try
        {
            List<string> problems = [.. await PolicyAsync(), .. await PlaysAsync()];
            foreach (var problem in problems.Where(problem => _said.Add(problem)))
            {
                say($"not in force: {problem}");
            }

            _said.RemoveWhere(problem => !problems.Contains(problem));
            Problems = problems;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<IReadOnlyList<string>> PlaysAsync()
    {
        if (plays is null)
        {
            return [];
        }

        var found = Read(plays);
        foreach (var some in found.Plays.Chunk(MostAtOnce))
        {
            // Each waits for the disk: several at once wait together.
            var enrolled = await Task.WhenAll(some.Select(EnrolAsync));
            foreach (var (play, _) in some.Zip(enrolled).Where(pair => pair.Second))
            {
                var slug = play.Document.Play.Slug;
                say(_known.Contains(slug) ? $"play {slug}: {play.File} changed, in force from its next tick" : $"play {slug}: serving {play.File}");
            }

            _known.UnionWith(some.Select(play => play.Document.Play.Slug));
        }

        // Text that has become unreadable says nothing about whether its play is still wanted.
        var gone = found.Problems.Count > 0 ? [] : _known.Except(found.Plays.Select(play => play.Document.Play.Slug)).ToList();
        foreach (var slug in gone)
        {
            say($"play {slug}: its file is gone; the play goes on with what is in force, 'optimizer plays stop {slug}' ends it");
        }

        _known = [.. _known.Except(gone)];
        return [.. found.Problems.Select(problem => problem.ToString())];
    }

    /// <summary>Whether it was not in force yet.</summary>
    private async Task<bool> EnrolAsync(FoundPlay play)
    {
        if (await loop.World.Plays.FindAsync(play.Document.Play.Slug, default) is { } present && present.Text == play.Document.Text)
        {
            return false;
        }

        await Task.Run(() => loop.EnrolAsync(play.Document, play.File, "plays directory"));
        return true;
    }

    private static PlayFiles Read(string plays)
    {
        try
        {
            return PlayFiles.Read([plays]);
        }
        catch (FileFaultException fault)
        {
            return new([], [new(plays, 1, "", fault.Message)]);
        }
    }

    private async Task<IReadOnlyList<string>> PolicyAsync()
    {
        if (policy is null)
        {
            return [];
        }

        if (!File.Exists(policy))
        {
            return [$"{policy}: there is no such file; the policy in force stays"];
        }

        var text = await File.ReadAllTextAsync(policy, Encoding.UTF8);
        if (await loop.World.Plays.FindAsync(PlayTerms.PolicyName, default) is { } present && present.Text == text)
        {
            return [];
        }

        var read = PolicyFile.Read(text, policy);
        if (read.Policy is null)
        {
            return [.. read.Problems.Select(problem => problem.ToString())];
        }

        await loop.SetPolicyAsync(text, policy);
        say($"policy: {policy} is in force from the next tick of each play");
        return [];
    }
}
