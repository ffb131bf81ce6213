namespace Optimizer.Workflows.Ports;

/// <summary>Tells people. The same key is told once.</summary>
public interface INotifier
{
    Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken);
}
