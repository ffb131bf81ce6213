namespace Optimizer.Standalone.Serving;

/// <summary>A server that should answer does not; the message says which, and what to do.</summary>
internal sealed class ServerUnreachableException(string message, Exception? cause = null) : IOException(message, cause);
