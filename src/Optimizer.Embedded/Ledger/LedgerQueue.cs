using Optimizer.Embedded.Records;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// The one that writes. It takes all that waits and makes it durable in one flush; while that runs the next ones gather, so the disk sets the
/// size of a change. In memory it writes on its caller, so that a simulation repeats.
/// </summary>
internal sealed class LedgerQueue(RecordSession session, LedgerWriter writer, LedgerTurn turn, bool inMemory, TimeSpan courtesy) : IDisposable
{
    // Rows of one change; a single request may be larger. A change of so many takes a few tenths of a second.
    private const int MostRows = 100_000;

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
            if (courtesy > TimeSpan.Zero)
            {
                Thread.Sleep(courtesy);
            }
        }
    }

    private bool Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_stopping)
            {
                _ = Monitor.Wait(_waiting);
            }

            _taken.Clear();
            for (var rows = 0; _waiting.TryPeek(out var next) && (_taken.Count == 0 || rows + next.Rows <= MostRows); rows += next.Rows)
            {
                _taken.Add(_waiting.Dequeue());
            }

            return _taken.Count > 0;
        }
    }

    private void Write()
    {
        try
        {
            using (turn.Take())
            {
                _ = session.Change(() =>
                {
                    writer.Begin();
                    _taken.ForEach(request => request.Apply(writer));
                    writer.End();
                    return true;
                });
            }
        }
        catch (Exception problem)
        {
            // Whoever waits is told, whatever it was; nothing of the change was kept, so nothing of it may be remembered.
            writer.Forget();
            _taken.ForEach(request => request.Fail(problem));
            return;
        }

        _taken.ForEach(request => request.Succeed());
    }
}
