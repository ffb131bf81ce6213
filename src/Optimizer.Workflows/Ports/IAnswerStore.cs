namespace Optimizer.Workflows.Ports;

/// <summary>Answers by sender and idempotency key, so that a request sent again is answered again and not carried out again. Thread safe.</summary>
public interface IAnswerStore
{
    /// <summary>Null when the sender has not used the key, or so long ago that it is forgotten.</summary>
    Task<KeptAnswer?> FindAsync(string sender, string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer, durable when it answers. The first under a key holds; what is older than the time given is forgotten.</summary>
    Task PutAsync(string sender, string key, KeptAnswer answer, DateTimeOffset forget, CancellationToken cancellationToken);
}
