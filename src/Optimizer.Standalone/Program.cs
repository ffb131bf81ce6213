using System.Text;
using Optimizer.Standalone.Commands;

// Written as bytes of UTF-8 whatever the terminal's locale says; the report uses signs beyond ASCII.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, new(Console.In, Console.Out, Console.Error, Console.IsOutputRedirected, Console.IsErrorRedirected));
