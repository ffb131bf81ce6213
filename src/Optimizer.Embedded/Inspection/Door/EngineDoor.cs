using System.IO.Pipes;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>
/// Where a running engine answers who looks at it: a pipe of this machine, for the same user only. It shows, and copies on
/// request; it changes nothing. Whatever goes wrong here is logged and never reaches the engine.
/// </summary>
internal sealed class EngineDoor : IAsyncDisposable
{
    private readonly string _file;
    private readonly DoorLimits _limits;
    private readonly ILogger _log;
    private readonly DoorKeeper _keeper;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Task> _served = [];
    private Task _accepting = Task.CompletedTask;
    private int _closed;

    public EngineDoor(EmbeddedEngine engine, string file, ILogger? log = null)
        : this(new LiveEngineView(engine, file), new DoorLimits(), log)
    {
    }

    internal EngineDoor(IEngineView view, DoorLimits limits, ILogger? log = null)
    {
        (_file, _limits, _log) = (view.File, limits, log ?? NullLogger.Instance);
        (_keeper, _places) = (new(view, limits, _log), new(limits.Clients));
    }

    /// <summary>Opens the door. When it cannot be opened, that is logged.</summary>
    public void Start()
    {
        if (Open() is { } waiting)
        {
            _accepting = AcceptAsync(waiting);
        }
    }

    /// <summary>
    /// Sends all clients away and gives up the name. Twice is once. To be done while the file is still held: the next holder
    /// takes the same name, and would lose it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        Task[] served;
        lock (_served)
        {
            served = [.. _served];
        }

        await Task.WhenAll(served).ConfigureAwait(false);
        _stop.Dispose();
        _places.Dispose();
    }

    private NamedPipeServerStream? Open()
    {
        try
        {
            return new(
                DoorName.Of(_file), PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte,
                PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            _log.DoorFailed(fault, _file);
            return null;
        }
    }

    private async Task AcceptAsync(NamedPipeServerStream? waiting)
    {
        try
        {
            while (true)
            {
                await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
                if (waiting is not null && await IsConnectedAsync(waiting).ConfigureAwait(false))
                {
                    // The next one waits before this one is served: the name is given up when nobody holds it.
                    var client = waiting;
                    waiting = Open();
                    Serve(client);
                    continue;
                }

                _places.Release();
                if (waiting is not null)
                {
                    await waiting.DisposeAsync().ConfigureAwait(false);
                }

                await Task.Delay(_limits.Pause, _stop.Token).ConfigureAwait(false);
                waiting = Open();
            }
        }
        catch (OperationCanceledException)
        {
            // The engine stops.
        }
        finally
        {
            if (waiting is not null)
            {
                await waiting.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsConnectedAsync(NamedPipeServerStream waiting)
    {
        try
        {
            await waiting.WaitForConnectionAsync(_stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException or InvalidOperationException)
        {
            _log.ClientRefused(fault, _file);
            return false;
        }
    }

    private void Serve(NamedPipeServerStream client)
    {
        lock (_served)
        {
            var serving = Task.Run(() => ServeAsync(client));
            _served.Add(serving);
            _ = serving.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Forget(Task served)
    {
        lock (_served)
        {
            _served.Remove(served);
        }
    }

    private async Task ServeAsync(NamedPipeServerStream client)
    {
        try
        {
            await _keeper.ServeAsync(client, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
        {
            _log.ClientGone(gone, _file);
        }
        catch (Exception fault)
        {
            _log.ServingFailed(fault, _file);
        }
        finally
        {
            await client.DisposeAsync().ConfigureAwait(false);
            _places.Release();
        }
    }
}
