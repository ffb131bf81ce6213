using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Definitions of a play: which were in use, and what each changed.</summary>
internal sealed class DefinitionVersions(ServedLoop loop)
{
    private const int Most = 20;

    /// <summary>Newest first; at most 20.</summary>
    public async Task<IReadOnlyList<DefinitionVersion>> ListAsync(string slug, CancellationToken cancellationToken)
    {
        var versions = new List<DefinitionVersion>();
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Kinds = ["play.definition", "play.enrolled"], NewestFirst = true, Play = slug }, cancellationToken))
        {
            var hash = record.Entry.Event switch
            {
                DefinitionChanged { What: "definition" } changed => changed.To,
                PlayEnrolled enrolled => enrolled.DefinitionHash,
                _ => null,
            };
            if (hash is not null)
            {
                versions.Add(new(hash, record.Entry.At, record.Sequence));
            }

            if (versions.Count == Most)
            {
                break;
            }
        }

        return versions;
    }

    /// <summary>One as it was written; null when there is none.</summary>
    /// <param name="slug">Of the play; any text.</param>
    /// <param name="hash">Of the version; any text, empty for the one in force.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<DefinitionModel?> ReadAsync(string slug, string hash, CancellationToken cancellationToken)
    {
        if (!Slugs.IsOne(slug) || await loop.Reads.Plays.FindAsync(slug, cancellationToken) is not { } inForce
            || (hash.Length == 0 ? inForce : await loop.Reads.Plays.FindVersionAsync(slug, hash, cancellationToken)) is not { } text)
        {
            return null;
        }

        var versions = await ListAsync(slug, cancellationToken);
        var before = versions.SkipWhile(version => version.Hash != text.Hash).FirstOrDefault(version => version.Hash != text.Hash)?.Hash;
        var earlier = before is null ? null : await loop.Reads.Plays.FindVersionAsync(slug, before, cancellationToken);
        return new(slug, text, text.Hash == inForce.Hash, versions, before, earlier is null ? [] : ChangedLine.Between(earlier.Text, text.Text));
    }
}
