using System.Globalization;
using System.Text;

namespace Optimizer.Connectors.Files;

/// <summary>
/// A recorded file that cannot be used as it is. <see cref="Exception.Message"/> is one line a person can act on:
/// <c>file:line: column 'name': problem; what would be right</c> (line and column only where they are known).
/// </summary>
public sealed class FileFaultException : Exception
{
    /// <param name="path">The file as the user named it.</param>
    /// <param name="line">Physical line, from 1; null when the fault concerns the whole file.</param>
    /// <param name="column">Column name; null when the fault concerns the whole line or file.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="cause">The exception this fault explains, if any.</param>
    public FileFaultException(string path, long? line, string? column, string problem, Exception? cause = null)
        : base(Compose(path, line, column, problem), cause)
    {
        Path = path;
        Line = line;
        Column = column;
        Problem = problem;
    }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Physical line, from 1; null when the fault concerns the whole file.</summary>
    public long? Line { get; }

    /// <summary>Column name; null when the fault concerns the whole line or file.</summary>
    public string? Column { get; }

    /// <summary>What is wrong and what would be right.</summary>
    public string Problem { get; }

    private static string Compose(string path, long? line, string? column, string problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problem);
        var message = new StringBuilder(path);
        if (line is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(line));
            message.Append(':').Append(number.ToString(CultureInfo.InvariantCulture));
        }

        message.Append(": ");
        if (column is not null)
        {
            message.Append("column '").Append(column).Append("': ");
        }

        message.Append(problem);

        // Names come from the file: a quoted header may hold a line break, and the message promises to be one line.
        for (var i = 0; i < message.Length; i++)
        {
            if (char.IsControl(message[i]) || message[i] is '\u2028' or '\u2029')
            {
                message[i] = ' ';
            }
        }

        return message.ToString();
    }
}
