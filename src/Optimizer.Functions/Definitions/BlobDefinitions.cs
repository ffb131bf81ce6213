using System.Collections.Concurrent;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Definitions;

/// <summary>
/// Brings the definitions of a blob container, and the policy.yaml in it, into force when they change. What is wrong stays out and is said; what
/// was in force goes on, also when its blob is gone.
/// </summary>
internal sealed class BlobDefinitions(BlobContainerClient container, World world, TimeProvider clock)
{
    private const string PolicyBlob = "policy.yaml";
    private const string By = "definitions container";
    private const long Longest = 4 << 20;

    private static readonly string[] Endings = [".yaml", ".yml", ".json"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Blobs that this instance has dealt with, so that a look at what does not change is one listing.
    private readonly ConcurrentDictionary<string, ETag> _seen = new(StringComparer.Ordinal);

    /// <returns>What is wrong with those that changed, one line each.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (!Endings.Contains(Path.GetExtension(blob.Name), StringComparer.OrdinalIgnoreCase) || blob.Properties.ETag is not { } tag || (_seen.TryGetValue(blob.Name, out var seen) && seen == tag))
            {
                continue;
            }

            problems.AddRange(blob.Properties.ContentLength > Longest
                ? [$"{blob.Name}: is larger than {Longest >> 20} MB; split it"]
                : await TakeAsync(blob.Name, cancellationToken));
            _seen[blob.Name] = tag;
        }

        return problems;
    }

    private async Task<IReadOnlyList<string>> TakeAsync(string name, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = Strict.GetString((await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory().Span);
        }
        catch (DecoderFallbackException)
        {
            return [$"{name}: is not text in UTF-8; save it as UTF-8"];
        }

        return name == PolicyBlob ? await PolicyAsync(text, name, cancellationToken) : await PlaysAsync(text, name, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> PlaysAsync(string text, string name, CancellationToken cancellationToken)
    {
        var read = PlayFile.Read(text, name);
        foreach (var document in read.Plays)
        {
            if ((await world.Plays.FindAsync(document.Play.Slug, cancellationToken))?.Text != document.Text)
            {
                await new Enrolment(world).EnrolAsync(document, name, By, clock.GetUtcNow(), cancellationToken);
            }
        }

        return [.. read.Problems.Select(problem => problem.ToString())];
    }

    private async Task<IReadOnlyList<string>> PolicyAsync(string text, string name, CancellationToken cancellationToken)
    {
        var read = PolicyFile.Read(text, name);
        if (read.Policy is not null)
        {
            await world.Plays.PutAsync(PlayTerms.PolicyName, text, name, clock.GetUtcNow(), cancellationToken);
        }

        return [.. read.Problems.Select(problem => problem.ToString())];
    }
}
