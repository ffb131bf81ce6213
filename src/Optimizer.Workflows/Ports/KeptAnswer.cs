namespace Optimizer.Workflows.Ports;

/// <summary>What a request was answered, kept under the key that its sender gave it.</summary>
/// <param name="Request">Hash of the request: the same key for another one is a mistake of the sender's.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Those that belong to the answer, such as Location.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="At">When it was given.</param>
public sealed record KeptAnswer(
    string Request, int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, DateTimeOffset At);
