using System.Text.Json;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.History;

/// <summary>What the records of an instance's current generation say, without running its code.</summary>
/// <param name="Turns">In order.</param>
/// <param name="Untaken">Messages that no turn was told yet, in order of sequence.</param>
/// <param name="OpenActivities">Activities asked for and not answered, in order of step.</param>
/// <param name="Begun">Steps whose activity must not be repeated and was begun.</param>
/// <param name="Bytes">Size of all bodies.</param>
internal sealed record Story(
    IReadOnlyList<Turn> Turns,
    IReadOnlyList<Message> Untaken,
    IReadOnlyList<Command.CallActivity> OpenActivities,
    IReadOnlySet<int> Begun,
    long Bytes)
{
    /// <summary>Events of all turns.</summary>
    public int Events => Turns.Sum(turn => turn.Events);

    /// <summary>Reads records in order of sequence.</summary>
    /// <exception cref="JsonException">A record cannot be read; names its sequence.</exception>
    public static Story Of(IReadOnlyList<RecordRow> records)
    {
        var kept = new SortedDictionary<long, Message>();
        var turns = new List<Turn>();
        var begun = new HashSet<int>();
        var taken = new HashSet<long>();
        foreach (var record in records)
        {
            try
            {
                Add(record);
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new JsonException($"record {record.Sequence} cannot be read: {fault.Message}", fault);
            }
        }

        var answered = turns.SelectMany(turn => turn.Told).Concat(kept.Values).Select(AnsweredActivity).ToHashSet();
        return new(
            turns,
            [.. kept.Where(message => !taken.Contains(message.Key)).Select(message => message.Value)],
            [.. turns.SelectMany(turn => turn.Asked).OfType<Command.CallActivity>().Where(call => !answered.Contains(call.Step))],
            begun,
            records.Sum(record => (long)record.Body.Length));

        void Add(RecordRow record)
        {
            switch (record.Kind)
            {
                case RecordKind.Turn:
                    turns.Add(TurnJson.Read(record.At, record.Body, sequence =>
                    {
                        taken.Add(sequence);
                        return kept[sequence];
                    }));
                    break;
                case RecordKind.Message:
                    kept.Add(record.Sequence, MessageJson.Read(record.Body, record.Sequence));
                    break;
                case RecordKind.Begun:
                    begun.Add(BegunJson.Read(record.Body));
                    break;
                default:
                    throw new JsonException($"unknown record kind {record.Kind}");
            }
        }
    }

    private static int? AnsweredActivity(Message message) => message switch
    {
        Message.ActivityCompleted completed => completed.Step,
        Message.ActivityFailed failed => failed.Step,
        _ => null,
    };
}
