using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Optimizer.Domain.Audit;

namespace Optimizer.Cockpit.Live;

/// <summary>
/// Tells everybody who listens what has changed, within half a second. However many listen, one of them looks at the trail: it holds
/// every change that people can see, whichever process made it. While nobody listens nothing is looked at.
/// </summary>
internal sealed partial class LiveFeed(ServedLoop loop, ILogger<LiveFeed> log)
{
    private const int MostWaiting = 16;
    private const int MostRecords = 1_000;

    // More than so many subjects in one look is told as everything.
    private const int MostSubjects = 64;

    private static readonly string[] Everything = ["-"];

    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> _listeners = new();
    private int _looks;

    /// <summary>Listens from a record on; what was missed comes at once.</summary>
    /// <param name="after">Number of the last record that the listener knows of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<LiveChange> ListenAsync(long after, CancellationToken cancellationToken)
    {
        // A listener that does not keep up needs only the newest: each message says how far the trail is.
        var channel = Channel.CreateBounded<LiveChange>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[channel] = 0;
        _ = cancellationToken.Register(() =>
        {
            _ = _listeners.TryRemove(channel, out _);
            _ = channel.Writer.TryComplete();
        });
        return ReadAsync(channel, after, cancellationToken);
    }

    private async IAsyncEnumerable<LiveChange> ReadAsync(Channel<LiveChange> channel, long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await SinceAsync(after, cancellationToken) is { } missed)
        {
            yield return missed;
        }

        Begin(after);
        await foreach (var change in channel.Reader.ReadAllAsync(CancellationToken.None))
        {
            yield return change;
        }
    }

    // From what its first listener knows, so that nothing falls between. Who comes later has asked itself for what it missed.
    private void Begin(long head)
    {
        if (Interlocked.CompareExchange(ref _looks, 1, 0) == 0)
        {
            _ = Task.Run(() => LookAsync(head));
        }
    }

    private async Task LookAsync(long head)
    {
        while (!_listeners.IsEmpty)
        {
            try
            {
                if (await SinceAsync(head, CancellationToken.None) is { } change)
                {
                    head = change.Head;
                    foreach (var (listener, _) in _listeners)
                    {
                        _ = listener.Writer.TryWrite(change);
                    }
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Pages stay as they are and say how old they are; the next look may succeed.
                LogLookFailed(log, fault);
            }

            await Task.Delay(loop.LiveEvery);
        }

        _ = Interlocked.Exchange(ref _looks, 0);
        if (!_listeners.IsEmpty)
        {
            // Somebody came while the last one left.
            Begin(head);
        }
    }

    private async Task<LiveChange?> SinceAsync(long after, CancellationToken cancellationToken)
    {
        var (head, subjects, count) = (after, new HashSet<string>(StringComparer.Ordinal), 0);
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { AfterSequence = after, NewestFirst = true }, cancellationToken))
        {
            head = Math.Max(head, record.Sequence);
            subjects.UnionWith(SubjectsOf(record));
            if (++count >= MostRecords)
            {
                break;
            }
        }

        return head == after ? null : new(head, subjects.Count > MostSubjects || count >= MostRecords ? Everything : [.. subjects.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> SubjectsOf(AuditRecord record)
    {
        yield return record.Entry.Play == "-" ? "-" : $"play:{record.Entry.Play}";
        if (record.Entry.Experiment is { } experiment)
        {
            yield return $"experiment:{experiment}";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "whether something has changed could not be seen")]
    private static partial void LogLookFailed(ILogger logger, Exception fault);
}
