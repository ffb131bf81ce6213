using Optimizer.Embedded.Records;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// The one that writes. It takes all that waits and makes it durable in one flush; while that runs the next ones gather, so the disk sets the
/// size of a change. An import's change goes on with what comes meanwhile: ids and units lie all over their trees, so the larger a change, the
/// fewer pages each row costs; it ends early when another process asks for its turn. In memory it writes on its caller, so that a simulation repeats.
/// </summary>
internal sealed class LedgerQueue(RecordSession session, LedgerWriter writer, LedgerTurn turn, bool inMemory, LedgerOptions options) : IDisposable
{
    // Rows of one change; a single request may be larger. A change of so many takes a second or two when nobody else asks.
    private const int MostRows = 250_000;

    private const int RowsBetweenLooks = 5_000;

    // Between two parts of one import.
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(30);

    private readonly Queue<LedgerRequest> _waiting = new();
    private readonly List<LedgerRequest> _taken = [];
    private Thread? _thread;
    private bool _stopping;

    /// <summary>Asks; the answer is durable when it comes.</summary>
    public Task<T> Ask<T>(int rows, Func<LedgerWriter, T> apply)
    {
        var request = new LedgerQuestion<T>(rows, apply);
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_stopping, typeof(SqliteLedger));
            _waiting.Enqueue(request);
            if (inMemory)
            {
                _ = Take();
                Write();
                return request.Answer;
            }

            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "Optimizer ledger writer" };
                _thread.Start();
            }

            Monitor.Pulse(_waiting);
        }

        return request.Answer;
    }

    /// <summary>Writes what waits, then ends.</summary>
    public void Dispose()
    {
        lock (_waiting)
        {
            _stopping = true;
            Monitor.Pulse(_waiting);
        }

        _thread?.Join();
    }

    private void Run()
    {
        while (Take())
        {
            Write();
            if (options.Courtesy > TimeSpan.Zero)
            {
                Thread.Sleep(options.Courtesy);
            }
        }
    }

    // Waits for something to write; false when nothing will come any more.
    private bool Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_stopping)
            {
                _ = Monitor.Wait(_waiting);
            }

            return _waiting.Count > 0;
        }
    }

    // The next that belongs to the change that is open; null when it should end.
    private LedgerRequest? Next(int rows)
    {
        lock (_waiting)
        {
            if (options.Gathers && _waiting.Count == 0 && rows > 0 && !inMemory && !_stopping)
            {
                _ = Monitor.Wait(_waiting, Lull);
            }

            return _waiting.TryPeek(out var next) && (_taken.Count == 0 || rows + next.Rows <= MostRows) ? _waiting.Dequeue() : null;
        }
    }

    private void Write()
    {
        _taken.Clear();
        try
        {
            using (turn.Take())
            {
                _ = session.Change(() =>
                {
                    writer.Begin();
                    Apply();
                    writer.End();
                    return true;
                });
            }
        }
        catch (Exception problem)
        {
            // Whoever waits is told, whatever it was; nothing of the change was kept, so nothing of it may be remembered.
            writer.Forget();
            while (_taken.Count == 0 && Next(0) is { } waiting)
            {
                // The change did not even begin, and would not for the next.
                waiting.Fail(problem);
            }

            _taken.ForEach(request => request.Fail(problem));
            return;
        }

        _taken.ForEach(request => request.Succeed());
    }

    private void Apply()
    {
        var (unasked, most) = (0, options.Gathers ? int.MaxValue : Waiting());
        for (var rows = 0; _taken.Count < most && Next(rows) is { } request; rows += request.Rows)
        {
            _taken.Add(request);
            request.Apply(writer);
            unasked += request.Rows;
            if (options.Gathers && unasked >= RowsBetweenLooks)
            {
                // Looking costs as much as some rows.
                unasked = 0;
                if (turn.IsAsked())
                {
                    break;
                }
            }
        }
    }

    private int Waiting()
    {
        lock (_waiting)
        {
            return _waiting.Count;
        }
    }
}
