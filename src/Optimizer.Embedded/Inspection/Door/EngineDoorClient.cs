using System.IO.Pipes;
using System.Net.Sockets;
using System.Text.Json;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>Asks the engine that runs on a file. One question at a time.</summary>
internal sealed class EngineDoorClient : IEngineView
{
    // A history of ten thousand events with payloads; more than this no page could show.
    private const int LongestAnswer = 512 << 20;

    // An engine that stands still must not make who asks stand still with it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // That needs neither the disk nor the writer.
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(5);

    private readonly NamedPipeClientStream _pipe;
    private readonly LineReader _lines;

    private EngineDoorClient(NamedPipeClientStream pipe, string file) => (_pipe, _lines, File) = (pipe, new(pipe, LongestAnswer), file);

    public string File { get; }

    /// <summary>Connects to the engine of a file; null when none answers in time.</summary>
    /// <exception cref="EngineViewException">Somebody else's process holds the name.</exception>
    public static async Task<EngineDoorClient?> TryConnectAsync(string file, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        var pipe = new NamedPipeClientStream(".", DoorName.Of(file), PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await pipe.ConnectAsync((int)patience.TotalMilliseconds, cancellationToken).ConfigureAwait(false);
            return new(pipe, Path.GetFullPath(file));
        }
        catch (Exception absent) when (absent is TimeoutException or IOException or SocketException)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (UnauthorizedAccessException refused)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw new EngineViewException(
                ViewProblem.Unreachable, $"{file}: the engine that runs on it belongs to another user; ask as that user", refused);
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<ListedPage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default) =>
        await AskAsync<ListedPage>(new(DoorWords.List, Query: query), cancellationToken).ConfigureAwait(false) ?? throw Garbled(null);

    public Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default) =>
        AskAsync<InstanceStatus>(new(DoorWords.Status, instanceId), cancellationToken);

    public Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        AskAsync<InstanceHistory>(new(DoorWords.History, instanceId), cancellationToken);

    public async Task<IReadOnlyList<InstanceStatus>> ChildrenAsync(string instanceId, CancellationToken cancellationToken = default) =>
        await AskAsync<IReadOnlyList<InstanceStatus>>(new(DoorWords.Children, instanceId), cancellationToken).ConfigureAwait(false) ?? throw Garbled(null);

    public Task<EngineHealth?> HealthAsync(CancellationToken cancellationToken = default) =>
        AskAsync<EngineHealth>(new(DoorWords.Health), HealthPatience, cancellationToken);

    // However large the store: how long a copy takes is the disk's affair.
    public Task BackupAsync(string file, CancellationToken cancellationToken = default) =>
        AskAsync<string>(new(DoorWords.Backup, File: file), Timeout.InfiniteTimeSpan, cancellationToken);

    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private Task<T?> AskAsync<T>(DoorQuestion question, CancellationToken cancellationToken) => AskAsync<T>(question, Patience, cancellationToken);

    private async Task<T?> AskAsync<T>(DoorQuestion question, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        DoorAnswer<T> answer;
        try
        {
            await _pipe.WriteAsync(DoorFormat.Line(question), limit.Token).ConfigureAwait(false);
            var line = await _lines.ReadAsync(limit.Token).ConfigureAwait(false)
                ?? throw new EngineViewException(ViewProblem.Unreachable, $"{File}: the engine closed the connection; it may be stopping");
            answer = DoorFormat.Read<DoorAnswer<T>>(line.Span) ?? throw Garbled(null);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineViewException(
                ViewProblem.Unreachable, $"{File}: the engine that runs on it did not answer within {patience.TotalSeconds:0} seconds", late);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            throw new EngineViewException(ViewProblem.Unreachable, $"{File}: the engine closed the connection: {broken.Message}", broken);
        }
        catch (Exception garbled) when (garbled is JsonException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw Garbled(garbled);
        }

        return answer.Problem is { } problem ? throw new EngineViewException(problem, answer.Message ?? "no reason given") : answer.Answer;
    }

    private EngineViewException Garbled(Exception? inner) => new(
        ViewProblem.Failed, $"{File}: the engine that runs on it answered in a way not understood here{(inner is null ? "" : $" ({inner.Message})")}; is it of another version?", inner);
}
